package pose.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.VersionId;
import pose.store.server.S3Server;

/** Publishers in processes of their own, ended with SIGKILL wherever they are. */
class KilledPublisherTest {

    private static final int KILLS = 3;
    /** How much longer each lives than the one before. */
    private static final Duration LONGER = Duration.ofMillis(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldLeaveAFolderOfWholeVersions() throws Exception {
        Path place = Files.createDirectories(folder.resolve("store"));

        try (WeightsStore store = WeightsStore.at(place.toString())) {
            assertWhole(store, kill(place.toString(), List.of()));
        }
    }

    @Test
    void shouldLeaveABucketOfWholeVersions() throws Exception {
        S3Server server = S3Server.running();
        String address = "s3://" + server.newBucket() + "/weights?endpoint=" + server.endpoint();

        try (WeightsStore store = WeightsStore.at(address)) {
            assertWhole(store, kill(address, List.of("-Daws.accessKeyId=test", "-Daws.secretAccessKey=test")));
        }
    }

    /** Kills publishers of one version after another, the first before it can be done; returns which versions they were at. */
    private List<VersionId> kill(String address, List<String> settings) throws Exception {
        List<VersionId> versions = Stream.iterate(1, n -> n <= KILLS, n -> n + 1)
                .map(n -> new VersionId("tiny", String.valueOf(n)))
                .toList();
        for (int n = 0; n < KILLS; n++) {
            Process publisher = start(address, versions.get(n), n == 0 ? "held" : "free", settings);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(publisher.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo("begun");
                boolean ended = publisher.waitFor(LONGER.multipliedBy(n).toMillis(), TimeUnit.MILLISECONDS);
                assertThat(ended && publisher.exitValue() != 0).isFalse();
            } finally {
                publisher.destroyForcibly().waitFor();
            }
        }
        return versions;
    }

    private static Process start(String address, VersionId version, String pace, List<String> settings)
            throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m"),
                        settings.stream(),
                        Stream.of("-cp", classes, PublisherProcess.class.getName(), address, version.toString(), pace))
                .flatMap(part -> part);
        return new ProcessBuilder(command.toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void assertWhole(WeightsStore store, List<VersionId> versions) throws Exception {
        List<VersionId> there = store.versions();
        assertThat(there).as("versions of publishers that could not be done").doesNotContain(versions.get(0));
        for (VersionId id : there) {
            assertThat(store.open(id).id()).isEqualTo(id);
        }
        for (VersionId id : versions) {
            assertThat(store.publish(PublisherProcess.large(id)))
                    .isEqualTo(there.contains(id) ? Published.SAME : Published.NEW);
            assertThat(store.open(id).id()).isEqualTo(id);
        }
        int unused = store.sweepLeftovers(Duration.ZERO);
        assertThat(store.versions()).isEqualTo(versions);
        for (VersionId id : versions) {
            assertThat(store.open(id).id()).isEqualTo(id);
        }
    }
}
