package pose.app.camera;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import pose.app.http.HttpAnswer;

/** Answers as one line of JSON. */
final class ApiAnswers {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String TYPE = "application/json";

    private ApiAnswers() {}

    static HttpAnswer of(int status, JsonNode tree) {
        try {
            return new HttpAnswer(status, TYPE, JSON.writeValueAsString(tree) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    static HttpAnswer error(int status, String message) {
        return of(status, JSON.createObjectNode().put("error", message));
    }
}
