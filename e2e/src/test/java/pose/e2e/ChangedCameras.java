package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.outage.CameraAccount;

/** Cameras are added, changed and removed while others run on: not one of their frames is missing for it. */
@Timeout(600)
class ChangedCameras {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldTouchNoOtherCamera() throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Clients.createTopics(broker.bootstrap(), 1);
            String kept = camera("kept", 25);
            try (LiveIngest ingest =
                    LiveIngest.start(folder, List.of(), broker.bootstrap(), file(kept, camera("changed", 5)))) {
                ingest.await("two cameras", () -> isLive(ingest, "kept") && isLive(ingest, "changed"));

                // when
                ingest.save(file(kept, camera("changed", 10), camera("added", 5)));
                ingest.await("the added camera", () -> isLive(ingest, "added"));
                ingest.save("cameras: [{id: kept,");
                ingest.await(
                        "a word about the broken file",
                        () -> ingest.process().err().contains("this is no YAML"));
                ingest.save(file(kept, camera("changed", 10)));
                ingest.await(
                        "the end of the removed camera",
                        () -> ingest.api("GET", "/cameras/added", "").statusCode() == 404);
                assertThat(ingest.api("DELETE", "/cameras/changed", "").statusCode())
                        .isEqualTo(200);
                assertThat(ingest.stop()).isEqualTo(143);

                // then
                assertThat(ingest.process().err())
                        .contains("added is new, changed is changed", "added is gone", "go on as they were");
            }
            CameraAccount account = CameraAccount.read(broker.bootstrap(), "kept");
            account.requireWhole();
            assertThat(account.gaps()).isEmpty();
            assertThat(account.frames()).hasSizeGreaterThan(25);
            assertThat(CameraAccount.read(broker.bootstrap(), "changed").frames().stream()
                            .map(CameraAccount.Seen::epoch)
                            .distinct())
                    .hasSize(2);
        }
    }

    private static boolean isLive(LiveIngest ingest, String camera) throws Exception {
        return ingest.api("GET", "/cameras/" + camera, "").body().contains("\"phase\":\"live\"");
    }

    private static String camera(String id, int fps) {
        return "  - {id: " + id + ", source: 'synthetic:athlete?seconds=600&fps=" + fps
                + "&width=96&height=64', realtime: true}\n";
    }

    private static String file(String... cameras) {
        return "cameras:\n" + String.join("", cameras);
    }
}
