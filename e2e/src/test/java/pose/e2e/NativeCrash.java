package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.outage.CameraAccount;
import pose.e2e.outage.CameraAccount.Seen;
import pose.schema.Gap;
import pose.schema.GapReason;

/** A crash in native code, which no JVM survives, ends no camera: all are back, and the frames between are told. */
@Timeout(600)
class NativeCrash {

    private static final String CAMERA =
            "source: 'synthetic:athlete?seconds=600&fps=10&width=96&height=64', realtime: true}";
    private static final String CAMERAS = "cameras: [{id: a, " + CAMERA + ", {id: b, " + CAMERA + "]";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldBringEveryCameraBackInANewEpochAndTellWhatIsMissing() throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Clients.createTopics(broker.bootstrap(), 1);
            try (LiveIngest ingest = LiveIngest.start(folder, List.of(), broker.bootstrap(), CAMERAS)) {
                ingest.await("frames", () -> published(ingest, "a") > 5 && published(ingest, "b") > 5);
                // Changed by no file: it must be there after the crash as well.
                assertThat(ingest.api(
                                        "PUT",
                                        "/cameras/c",
                                        "{"
                                                + CAMERA.replace("source", "\"source\"")
                                                        .replace("realtime", "\"realtime\"")
                                                        .replace('\'', '"'))
                                .statusCode())
                        .isEqualTo(201);
                ingest.await("the third camera's frames", () -> published(ingest, "c") > 5);
                long crashed = ingest.worker().pid();

                // when
                crash(crashed);

                // then
                ingest.await(
                        "frames after the crash",
                        () -> ingest.worker().pid() != crashed
                                && published(ingest, "a") > 5
                                && published(ingest, "b") > 5
                                && published(ingest, "c") > 5);
                assertThat(ingest.stop()).isEqualTo(143);
                assertThat(ingest.process().err().lines().filter(line -> line.contains("Guard:")))
                        .singleElement()
                        .asString()
                        .contains("SIGSEGV", "all cameras begin again at once");
                assertThat(ingest.process().out()).doesNotContain("#").contains("camera a: ", "camera c: ");
                assertThat(ingest.process().temporaryFiles()).isEmpty();
            }
            for (String camera : List.of("a", "b", "c")) {
                assertTwoRuns(CameraAccount.read(broker.bootstrap(), camera));
            }
        }
    }

    private static long published(LiveIngest ingest, String camera) throws Exception {
        String name = "pose_ingest_frames_total{camera=\"" + camera + "\"} ";
        return ingest.metrics()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(0);
    }

    private static void crash(long process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-SEGV", Long.toString(process)).start();
        assertThat(kill.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void assertTwoRuns(CameraAccount camera) {
        List<Long> epochs = camera.frames().stream().map(Seen::epoch).distinct().toList();
        assertThat(epochs).as(camera.toString()).hasSize(2).isSorted();
        List<Gap> away = camera.gaps().stream()
                .filter(gap -> gap.getReason() == GapReason.INGEST_RESTART)
                .toList();
        assertThat(away).extracting(Gap::getEpoch).containsOnly(epochs.get(1));
        // Told while nobody knows the rate yet, the first may be of none.
        assertThat(away.stream().mapToLong(Gap::getCount).sum())
                .as("frames at 10 a second while a JVM starts")
                .isPositive();
        for (long epoch : epochs) {
            new CameraAccount(
                            camera.camera(),
                            camera.frames().stream()
                                    .filter(frame -> frame.epoch() == epoch)
                                    .toList(),
                            camera.gaps().stream()
                                    .filter(gap -> gap.getEpoch() == epoch)
                                    .toList())
                    .requireWhole();
        }
    }
}
