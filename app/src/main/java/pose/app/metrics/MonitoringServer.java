package pose.app.metrics;

import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;
import pose.app.http.HttpAnswer;
import pose.app.http.HttpQuestion;
import pose.app.http.SmallHttpServer;

/** Answers GET and HEAD on a few paths, and nothing else. */
final class MonitoringServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final SmallHttpServer server;

    private MonitoringServer(SmallHttpServer server) {
        this.server = server;
    }

    /**
     * Opens the port and begins to answer.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws UserMistake where it cannot be listened on
     */
    static MonitoringServer open(String host, int port, Map<String, Supplier<HttpAnswer>> paths) {
        Map<String, Supplier<HttpAnswer>> answers = Map.copyOf(paths);
        return new MonitoringServer(
                SmallHttpServer.open("metrics", host, port, question -> answerTo(question, answers)));
    }

    /** Where it listens: {@code http://host:port}. */
    String url() {
        return server.url();
    }

    private static HttpAnswer answerTo(HttpQuestion question, Map<String, Supplier<HttpAnswer>> paths) {
        String method = question.method();
        Supplier<HttpAnswer> answers = paths.get(question.path());
        if (answers == null) {
            return new HttpAnswer(
                    404,
                    PLAIN,
                    "there is "
                            + String.join(", ", paths.keySet().stream().sorted().toList()) + "\n");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new HttpAnswer(405, PLAIN, "only GET and HEAD are answered\n").with("Allow", "GET, HEAD");
        }
        try {
            return answers.get();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be answered: {}", question.path(), e.toString());
            return new HttpAnswer(500, PLAIN, "the answer could not be made; the log says why\n");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
