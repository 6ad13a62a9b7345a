package pose.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom: the table of ARCHITECTURE.md, as rules. */
class HouseRules {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // A module's test classes, packed for another module's tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("pose");

    @Test
    void shouldLetOnlySourcesAndRecordingKnowFfmpeg() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pose.ingest.source..", "pose.ingest.recording..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco.ffmpeg..")
                .check(PRODUCT);
    }

    @Test
    void shouldLetOnlyTheNetworkAndItsTrainerKnowTheEngines() {
        noClasses()
                .that()
                .resideOutsideOfPackages("pose.cpm..", "pose.trainer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("pose.cpm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "ai.onnx..", "com.google.protobuf..")
                .check(PRODUCT);
    }

    @Test
    void shouldKeepKafkaAwayFromTheNetworkAndItsTrainer() {
        noClasses()
                .that()
                .resideInAnyPackage("pose.cpm..", "pose.store..", "pose.trainer..", "pose.skeleton..", "pose.athlete..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "pose.schema..")
                .check(PRODUCT);
    }

    @Test
    void shouldLetTheStreamAndTheTrainerNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage("pose.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pose.trainer..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("pose.trainer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pose.stream..")
                .check(PRODUCT);
    }

    @Test
    void shouldLetTheStreamKnowNothingOfIngest() {
        noClasses()
                .that()
                .resideInAPackage("pose.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pose.ingest..", "pose.athlete..")
                .check(PRODUCT);
    }

    @Test
    void shouldLetOnlyTheStoreKnowWhoseBucketsThereAre() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pose.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..")
                .check(PRODUCT);
    }

    @Test
    void shouldLetOnlyOnePackageKnowHowNumbersAreServed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pose.app.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("pose.app.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.net.httpserver..")
                .check(PRODUCT);
    }

    @Test
    void shouldKeepTheGuardFreeOfLibraries() {
        classes()
                .that()
                .resideInAPackage("pose.app.guard..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "pose.app.guard..", "pose.app.broker..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void shouldKeepTheSkeletonFreeOfEverything() {
        classes()
                .that()
                .resideInAPackage("pose.skeleton..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "pose.skeleton..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void shouldKeepTracksToTheJdkAndTheSkeleton() {
        classes()
                .that()
                .resideInAPackage("pose.track..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "pose.track..", "pose.skeleton..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void shouldKeepTheAthleteToTheJdkAndTheSkeleton() {
        classes()
                .that()
                .resideInAPackage("pose.athlete..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax..", "pose.athlete..", "pose.skeleton..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void shouldHaveNoCyclesBetweenModules() {
        slices().matching("pose.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }
}
