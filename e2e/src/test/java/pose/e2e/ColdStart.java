package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/**
 * A stream that is started while its weights store cannot be reached: with a copy of what is wanted it serves; without, it waits,
 * says so, is not ready, and goes on as soon as the store is back.
 */
class ColdStart {

    private static final Duration LONGEST = Patience.LONGEST;
    private static final String WAITS = "untrained/stable points to untrained/1, which cannot be had";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldWaitForTheStoreWithoutACopyAndServeWithOne() throws Exception {
        // given a version that is active, and a store that is away
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Clients.createTopics(broker.bootstrap(), 1);
            try (UntrainedChannel channel = UntrainedChannel.open(broker.bootstrap(), folder.resolve("store"))) {
                channel.activate(channel.publish("1"));
                Path away = folder.resolve("away");
                Files.move(channel.store(), away);

                // when it is started without a copy
                int port = FreePort.find();
                try (PoseProcess stream = start(broker, channel, port, "without")) {
                    awaitHealth(port, 503, WAITS);
                    assertThat(stream.err()).containsOnlyOnce("there are no weights to begin with yet: " + WAITS);

                    // then it goes on when the store is back
                    Files.move(channel.store().resolveSibling("away"), channel.store());
                    awaitHealth(port, 200, "true");
                    end(stream);
                }

                // when it is started with one
                Files.move(channel.store(), away);
                try (PoseProcess stream = start(broker, channel, port, "with")) {

                    // then it serves
                    awaitHealth(port, 200, "true");
                    assertThat(stream.err()).contains("untrained/1 looks at the frames");
                    end(stream);
                }
            }
        }
    }

    @Test
    void shouldServeTheVersionThatComesWithPoseWhereNothingWasEverActivated() throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Clients.createTopics(broker.bootstrap(), 1);
            int port = FreePort.find();

            // when
            try (PoseProcess stream = PoseProcess.start(
                    folder.resolve("bundled"),
                    List.of(
                            "stream",
                            PoseProcess.WHOLE_PICTURES,
                            "--bootstrap",
                            broker.bootstrap(),
                            "--metrics-port",
                            Integer.toString(port),
                            "--weights-cache",
                            folder.resolve("cache").toString()))) {

                // then
                awaitHealth(port, 200, "true");
                assertThat(stream.err()).contains("lite/stable points to nothing: the version that comes with pose");
                end(stream);
            }
        }
    }

    private PoseProcess start(EmbeddedBroker broker, UntrainedChannel channel, int port, String name) {
        List<String> options = new ArrayList<>(channel.options(broker.bootstrap(), folder.resolve("cache")));
        options.addAll(List.of("--metrics-port", Integer.toString(port)));
        return PoseProcess.start(folder.resolve(name), options);
    }

    private static void end(PoseProcess stream) {
        stream.askToEnd();
        assertThat(stream.endsWithin(LONGEST)).as(stream.err()).isTrue();
    }

    private static void awaitHealth(int port, int status, String text) {
        Awaitility.await("health " + status)
                .atMost(LONGEST)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> {
                    HttpResponse<String> answer = HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                                            .build(),
                                    BodyHandlers.ofString());
                    assertThat(answer.body()).contains(text);
                    assertThat(answer.statusCode()).isEqualTo(status);
                });
    }
}
