package pose.ingest.servers;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A static web server over a folder, on loopback, that remembers what it was asked for. */
public final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private final HttpContext files;
    private final ExecutorService threads = Executors.newCachedThreadPool(WebServer::thread);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Serves at once, on a free port. */
    public WebServer(Path folder) throws IOException {
        this(folder, 0);
    }

    /** Serves at once, on this port, or a free one for 0. */
    public WebServer(Path folder, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        files = server.createContext("/", exchange -> answer(exchange, folder));
        server.start();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "web server of a test");
        thread.setDaemon(true);
        return thread;
    }

    private void answer(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            Path file = folder.resolve(path.substring(1)).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type(file));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String type(Path file) {
        return file.toString().endsWith(".m3u8") ? "application/vnd.apple.mpegurl" : "video/mp2t";
    }

    /** From now on asks for this login wherever it has files. */
    public void demand(String user, String password) {
        files.setAuthenticator(new BasicAuthenticator("camera") {
            @Override
            public boolean checkCredentials(String given, String secret) {
                return given.equals(user) && secret.equals(password);
            }
        });
    }

    /** Answers this path with a redirect. */
    public void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(path);
                exchange.getResponseHeaders().set("Location", to);
                exchange.sendResponseHeaders(302, -1);
            }
        });
    }

    /** Answers this path with a text. */
    public void say(String path, String text) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(path);
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/vnd.apple.mpegurl");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
