package pose.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import pose.app.UserMistake;

/** One port on which every question has one answer. */
public final class SmallHttpServer implements AutoCloseable {

    /** Answers; called by several threads. */
    @FunctionalInterface
    public interface Answers {

        HttpAnswer to(HttpQuestion question) throws IOException;
    }

    /** Few ask; more only for clients that are slow. Whoever comes beyond is refused. */
    private static final int MOST_THREADS = 16;
    /** Seconds. Without these the JDK's server lets a client that sends half a request hold a thread for ever. */
    private static final Map<String, String> TIME_LIMITS =
            Map.of("sun.net.httpserver.maxReqTime", "5", "sun.net.httpserver.maxRspTime", "30");

    private static final int IDLE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Answers answers;

    private SmallHttpServer(HttpServer server, String name, Answers answers) {
        this.server = server;
        this.answers = answers;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "pose-" + name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Opens the port and begins to answer.
     *
     * @param name of what is answered; its options are --name-host and --name-port
     * @param port 1 to 65535, or 0 for any free one
     * @throws UserMistake where it cannot be listened on
     */
    public static SmallHttpServer open(String name, String host, int port, Answers answers) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UserMistake("--" + name + "-host: '" + host + "' is no address of this machine");
        }
        TIME_LIMITS.forEach((limit, seconds) -> System.getProperties().putIfAbsent(limit, seconds));
        try {
            SmallHttpServer opened = new SmallHttpServer(HttpServer.create(address, 0), name, answers);
            opened.server.setExecutor(opened.threads);
            opened.server.createContext("/", opened::handle);
            opened.server.start();
            return opened;
        } catch (IOException e) {
            throw new UserMistake(
                    "--" + name + "-port: " + port + " on " + host + " cannot be listened on: " + e.getMessage()
                            + "; it must be a free port of this machine, or 0 for any",
                    e);
        }
    }

    /** Whether only this machine reaches what listens on a host; not so where nobody knows the host. */
    public static boolean isLoopback(String host) {
        InetAddress address = new InetSocketAddress(host, 0).getAddress();
        return address != null && address.isLoopbackAddress();
    }

    /** Where it listens: {@code http://host:port}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer = answers.to(new HttpQuestion(exchange));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
