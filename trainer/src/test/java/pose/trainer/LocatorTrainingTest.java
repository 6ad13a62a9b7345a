package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.BadWeightsException;
import pose.cpm.LocatorScores;
import pose.cpm.PersonFinder;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.StoreException;
import pose.store.WeightsStore;
import pose.trainer.crowd.Crowd;
import pose.trainer.crowd.MixedCrowds;
import pose.trainer.crowd.ToyCrowds;
import pose.trainer.data.DataSetException;

class LocatorTrainingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final CrowdMaterial data =
            new CrowdMaterial(new MixedCrowds(List.of(new ToyCrowds(160, 1))), new ToyCrowds(24, 1_000_000));

    private Experiment experiment(int epochs) {
        return Experiment.parse("""
                name: locator
                preset: locator
                stages: 1
                architecture:
                  features: conv3x12/2 conv3x16/2 conv3x24/2 res3x24
                  head: conv3x24d2
                data: { training: ["matches:8"], validation: "matches:2", skeleton: centre }
                phases: [ { epochs: %d, inputSize: 128 } ]
                batch: 8
                learningRate: 0.01
                warmUpSteps: 10
                averaging: 0.9
                augmentation: { colour: 0.05 }
                run: %s
                store: %s
                """.formatted(epochs, folder.resolve("run"), folder.resolve("store")));
    }

    @Test
    void shouldLearnToFindPeopleAndPublishALocatorThatFindsThem()
            throws IOException, DataSetException, InterruptedException, StoreException, BadWeightsException {
        // given
        Experiment experiment = experiment(5);
        ResultPublisher publisher = new ResultPublisher(experiment, data, NOON, null);

        // when
        PublishedResult result = new Training(experiment, data, WatchdogTest.DEAF).run(false, publisher::publish);

        // then
        assertThat(result.id()).isEqualTo(new VersionId("locator", "2026-11-22.1"));
        assertThat(Files.readAllLines(folder.resolve("run/curve.csv")).get(0)).endsWith(",f1@0.5");
        try (WeightsStore store = WeightsStore.at(experiment.store())) {
            WeightsVersion version = store.open(result.id());
            assertThat(version.manifest().skeleton()).isEqualTo("centre");
            assertThat(version.manifest().training()).containsKeys(LocatorScores.LEAST, LocatorScores.FAINT);
            assertThat(found(version)).isGreaterThan(0.6);
        }
    }

    /** The share of people in pictures never seen before whose middle somebody was found next to. */
    private static double found(WeightsVersion version) throws BadWeightsException {
        ToyCrowds unseen = new ToyCrowds(10, 2_000_000);
        double people = 0;
        double right = 0;
        try (PersonFinder finder = PersonFinder.load(version)) {
            for (int i = 0; i < unseen.size(); i++) {
                Crowd crowd = unseen.crowd(i);
                List<Sighting> sightings =
                        finder.find(List.of(crowd.picture()), 10).get(0);
                people += crowd.people().size();
                right += crowd.people().stream()
                        .filter(person -> sightings.stream()
                                .anyMatch(s -> s.centre().distanceTo(person.centre()) < 4
                                        && Math.abs(s.extent() / person.height() - 1) < 0.3))
                        .count();
            }
        }
        return right / people;
    }

    @Test
    void shouldTellWhereValidationHasPicturesOfTraining(@TempDir Path pictures) throws IOException, DataSetException {
        // given
        Files.createDirectories(pictures.resolve("images"));
        Picture picture = new ToyCrowds(1, 1).crowd(0).picture();
        ToyCrowds.save(picture, pictures.resolve("images/1.jpg"));
        String all = "yolo:" + pictures + "?split=all";

        // when
        CrowdMaterial both = CrowdMaterial.open(new DataSettings(List.of(all), all, "centre", 1, null));

        // then
        assertThat(both.summary()).last().asString().contains("validation has 1 pictures that training has too");
    }
}
