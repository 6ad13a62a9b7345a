package pose.e2e;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The image with a broker: system property {@code kafka.image}, else POSE_KAFKA_IMAGE, else the official one. */
final class ContainerImage {

    private static final String OFFICIAL = "apache/kafka:4.3.1";
    private static final long LONGEST_PULL_MINUTES = 5;

    private static final DockerImageName KAFKA =
            DockerImageName.parse(Optional.ofNullable(System.getProperty("kafka.image"))
                    .orElseGet(() -> System.getenv().getOrDefault("POSE_KAFKA_IMAGE", OFFICIAL)));
    private static final Optional<String> MISSING = whatIsMissing();

    private ContainerImage() {}

    /** Its name, after it was seen to be here; a failed assumption tells why containers cannot be had. */
    static DockerImageName kafka() {
        Assumptions.assumeTrue(MISSING.isEmpty(), () -> MISSING.orElse(""));
        return KAFKA;
    }

    private static Optional<String> whatIsMissing() {
        Optional<String> missing = look();
        // Surefire counts what is skipped, and does not say why.
        missing.ifPresent(reason -> System.err.println("no broker in a container: " + reason));
        return missing;
    }

    private static Optional<String> look() {
        String engine = System.getenv().getOrDefault("DOCKER_HOST", "");
        if (!engine.isEmpty() && !engine.startsWith("unix:")) {
            return Optional.of("DOCKER_HOST is " + engine + ", and only an engine on this machine can be used");
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        return isPresent() || canBePulled()
                ? Optional.empty()
                : Optional.of("image " + KAFKA + " is not here and cannot be pulled");
    }

    private static boolean isPresent() {
        try {
            docker().inspectImageCmd(KAFKA.asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean canBePulled() {
        try {
            return docker().pullImageCmd(KAFKA.getUnversionedPart())
                    .withTag(KAFKA.getVersionPart())
                    .start()
                    .awaitCompletion(LONGEST_PULL_MINUTES, TimeUnit.MINUTES);
        } catch (DockerException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DockerClient docker() {
        return DockerClientFactory.lazyClient();
    }
}
