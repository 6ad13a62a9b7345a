package pose.app.camera;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.http.HttpAnswer;
import pose.app.http.HttpQuestion;
import pose.app.http.SmallHttpServer;
import pose.ingest.CameraId;
import pose.ingest.camera.CameraSettings;
import pose.ingest.camera.CameraState;
import pose.ingest.config.BadConfigException;
import pose.ingest.config.CameraDesk;

/** Cameras over HTTP: GET /cameras, and GET, PUT and DELETE of /cameras/ID. */
public final class CameraApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CameraApi.class);
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Pattern CAMERA = Pattern.compile("/cameras/(" + CameraId.PATTERN + ")");
    private static final String ALL = "/cameras";

    private final CameraDesk desk;
    private final Supplier<List<CameraState>> states;
    private final ApiGate gate;
    private final SmallHttpServer server;

    private CameraApi(
            CameraDesk desk, Supplier<List<CameraState>> states, @Nullable ApiToken token, String host, int port) {
        this.desk = desk;
        this.states = states;
        this.gate = new ApiGate(token, host);
        this.server = SmallHttpServer.open("api", host, port, this::answer);
    }

    /**
     * Opens the port and begins to answer.
     *
     * @param token that whoever asks must know; null for none, on loopback only
     * @param port 1 to 65535, or 0 for any free one
     * @throws pose.app.UserMistake where it cannot be listened on
     */
    public static CameraApi open(
            CameraDesk desk, Supplier<List<CameraState>> states, @Nullable ApiToken token, String host, int port) {
        return new CameraApi(desk, states, token, host, port);
    }

    /** Where it listens: {@code http://host:port}. */
    public String url() {
        return server.url();
    }

    private HttpAnswer answer(HttpQuestion question) throws IOException {
        Optional<HttpAnswer> refusal = gate.refusal(question);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            Matcher camera = CAMERA.matcher(question.path());
            if (camera.matches()) {
                return ofCamera(question, camera.group(1));
            }
            return question.path().equals(ALL)
                    ? ofAll(question)
                    : ApiAnswers.error(404, "there is " + ALL + " and " + ALL + "/ID");
        } catch (RuntimeException e) {
            LOG.warn(
                    "a question about cameras cannot be answered: {}",
                    e.getClass().getName());
            return ApiAnswers.error(500, "the answer could not be made");
        }
    }

    private HttpAnswer ofAll(HttpQuestion question) {
        if (!isReading(question)) {
            return ApiAnswers.error(405, "only GET is answered here").with("Allow", "GET, HEAD");
        }
        Map<String, CameraState> now = statesById();
        ArrayNode all = ApiAnswers.JSON.createArrayNode();
        desk.wanted().forEach(camera -> all.add(shown(camera, now.get(camera.id()))));
        return ApiAnswers.of(200, all);
    }

    private HttpAnswer ofCamera(HttpQuestion question, String id) throws IOException {
        return switch (question.method()) {
            case "GET", "HEAD" -> one(id, 200);
            case "PUT" -> put(question, id);
            case "DELETE" ->
                desk.remove(id)
                        ? ApiAnswers.of(200, ApiAnswers.JSON.createObjectNode().put("removed", id))
                        : unknown(id);
            default ->
                ApiAnswers.error(405, "only GET, PUT and DELETE are answered here")
                        .with("Allow", "GET, HEAD, PUT, DELETE");
        };
    }

    private HttpAnswer put(HttpQuestion question, String id) throws IOException {
        String type = question.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.matches("application/json(;.*)?")) {
            return ApiAnswers.error(415, "Content-Type must be application/json");
        }
        try {
            Optional<String> body = question.body(LONGEST_BODY);
            if (body.isEmpty()) {
                return ApiAnswers.error(413, "a camera of more than " + LONGEST_BODY + " bytes");
            }
            if (!namesNoOther(body.get(), id)) {
                return ApiAnswers.error(409, "the id in the body is another than " + id);
            }
            return one(id, desk.put(id, body.get()) ? 201 : 200);
        } catch (CharacterCodingException e) {
            return ApiAnswers.error(400, "the body is no text in UTF-8");
        } catch (BadConfigException e) {
            return ApiAnswers.error(400, String.valueOf(e.getMessage()));
        }
    }

    private static boolean namesNoOther(String body, String id) {
        try {
            return ApiAnswers.JSON.readTree(body).path("id").asText(id).equals(id);
        } catch (IOException e) {
            // What is wrong with it, whoever reads it all tells.
            return true;
        }
    }

    private HttpAnswer one(String id, int status) {
        return desk.wanted().stream()
                .filter(camera -> camera.id().equals(id))
                .findFirst()
                .map(camera -> ApiAnswers.of(status, shown(camera, statesById().get(id))))
                .orElseGet(() -> unknown(id));
    }

    private static HttpAnswer unknown(String id) {
        return ApiAnswers.error(404, "there is no camera " + id);
    }

    private static boolean isReading(HttpQuestion question) {
        return question.method().equals("GET") || question.method().equals("HEAD");
    }

    private Map<String, CameraState> statesById() {
        return states.get().stream().collect(Collectors.toMap(CameraState::id, Function.identity()));
    }

    /** A camera's keys, which can be put back as they are, and beside them how it is doing. */
    private static ObjectNode shown(CameraSettings camera, @Nullable CameraState state) {
        ObjectNode answer = ApiAnswers.JSON.createObjectNode();
        answer.set("camera", CameraDesk.shown(camera));
        ObjectNode now = answer.putObject("state");
        if (state == null) {
            // A camera whose thread crashed waits for its turn.
            now.put("phase", "aside");
            return answer;
        }
        now.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
        now.put("epoch", state.epochUs());
        now.put("connections", state.connections());
        now.put("frames", state.frames());
        now.put("waitingBytes", state.waitingBytes());
        ObjectNode missing = now.putObject("missing");
        state.missing().forEach((reason, frames) -> missing.put(reason.name(), frames));
        if (!state.detail().isEmpty()) {
            now.put("detail", state.detail());
        }
        return answer;
    }

    @Override
    public void close() {
        server.close();
    }
}
