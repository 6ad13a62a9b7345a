package pose.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;

/** Answers GET and HEAD on a few paths, and nothing else. */
final class MonitoringServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
    private static final String PLAIN = "text/plain; charset=utf-8";
    /** One is enough for Prometheus and a prober; more only for clients that are slow. Whoever comes beyond is refused. */
    private static final int MOST_THREADS = 16;
    /** Seconds. Without these the JDK's server lets a client that sends half a request hold a thread for ever. */
    private static final Map<String, String> TIME_LIMITS =
            Map.of("sun.net.httpserver.maxReqTime", "5", "sun.net.httpserver.maxRspTime", "30");

    private static final int IDLE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Supplier<HttpAnswer>> paths;

    private MonitoringServer(HttpServer server, Map<String, Supplier<HttpAnswer>> paths) {
        this.server = server;
        this.paths = Map.copyOf(paths);
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "pose-metrics-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Opens the port and begins to answer.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws UserMistake where it cannot be listened on
     */
    static MonitoringServer open(String host, int port, Map<String, Supplier<HttpAnswer>> paths) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UserMistake("--metrics-host: '" + host + "' is no address of this machine");
        }
        TIME_LIMITS.forEach((name, seconds) -> System.getProperties().putIfAbsent(name, seconds));
        try {
            MonitoringServer opened = new MonitoringServer(HttpServer.create(address, 0), paths);
            opened.server.setExecutor(opened.threads);
            opened.server.createContext("/", opened::handle);
            opened.server.start();
            return opened;
        } catch (IOException e) {
            throw new UserMistake(
                    "--metrics-port: " + port + " on " + host + " cannot be listened on: " + e.getMessage()
                            + "; it must be a free port of this machine, or 0 for any",
                    e);
        }
    }

    /** Where it listens: {@code http://host:port}. */
    String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer = answerTo(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private HttpAnswer answerTo(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        Supplier<HttpAnswer> answers = paths.get(exchange.getRequestURI().getPath());
        if (answers == null) {
            return new HttpAnswer(
                    404,
                    PLAIN,
                    "there is "
                            + String.join(", ", paths.keySet().stream().sorted().toList()) + "\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return new HttpAnswer(405, PLAIN, "only GET and HEAD are answered\n");
        }
        try {
            return answers.get();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be answered: {}", exchange.getRequestURI().getPath(), e.toString());
            return new HttpAnswer(500, PLAIN, "the answer could not be made; the log says why\n");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
