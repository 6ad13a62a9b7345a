package pose.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/** {@code pose ingest --config} in a process of its own, with its guard, its numbers and its API. */
final class LiveIngest implements AutoCloseable {

    private static final Duration PATIENCE = Patience.LONGEST;
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;

    private final Path config;
    private final int apiPort = FreePort.find();
    private final int metricsPort = FreePort.find();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PoseProcess process;

    private LiveIngest(Path folder, List<String> jvmOptions, String bootstrap, String cameras) throws IOException {
        config = folder.resolve("cameras.yaml");
        save(cameras);
        process = PoseProcess.start(
                folder.resolve("ingest"),
                jvmOptions,
                List.of(
                        "ingest",
                        "--verbose",
                        "--config",
                        config.toString(),
                        "--bootstrap",
                        bootstrap,
                        "--api-port",
                        "" + apiPort,
                        "--metrics-port",
                        "" + metricsPort));
    }

    static LiveIngest start(Path folder, List<String> jvmOptions, String bootstrap, String cameras) throws IOException {
        return new LiveIngest(folder, jvmOptions, bootstrap, cameras);
    }

    /** As an editor does it that writes beside and renames. */
    void save(String cameras) throws IOException {
        Path beside = Files.writeString(config.resolveSibling("cameras.yaml~"), cameras);
        Files.move(beside, config, StandardCopyOption.REPLACE_EXISTING);
    }

    Path config() {
        return config;
    }

    PoseProcess process() {
        return process;
    }

    /** The process that does the work. */
    ProcessHandle worker() {
        return process.children().get(0);
    }

    String metrics() throws Exception {
        return ask("http://localhost:" + metricsPort + "/metrics", "GET", "").body();
    }

    HttpResponse<String> api(String method, String path, String body) throws Exception {
        return ask("http://localhost:" + apiPort + path, method, body);
    }

    private HttpResponse<String> ask(String url, String method, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Waits for what is to become true while it runs; what cannot be asked yet is not true. */
    void await(String what, Callable<Boolean> truth) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .atMost(PATIENCE)
                    .until(() -> !process.alive() || truth.call());
        } catch (RuntimeException e) {
            throw new AssertionError(what + " has not come: " + process.err(), e);
        }
        if (!process.alive()) {
            throw new AssertionError("ended by itself while waiting for " + what + ": " + process.err());
        }
    }

    /** Asks it to end and waits until it has. */
    int stop() {
        process.askToEnd();
        if (!process.endsWithin(LONGEST_GOODBYE)) {
            throw new AssertionError("does not stop: " + process.err());
        }
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }
}
