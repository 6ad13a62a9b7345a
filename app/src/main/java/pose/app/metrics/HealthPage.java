package pose.app.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pose.app.http.HttpAnswer;

/** A verdict as an answer: 200 or 503, and a line of JSON that names each condition that fails. */
final class HealthPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthPage() {}

    /**
     * Words the answer.
     *
     * @param question what was asked, as a word: {@code live}
     */
    static HttpAnswer answer(String question, Health.Verdict verdict) {
        ObjectNode told = JSON.createObjectNode().put(question, verdict.holds());
        if (!verdict.holds()) {
            verdict.failing().forEach(told.putObject("failing")::put);
        }
        try {
            return new HttpAnswer(
                    verdict.holds() ? 200 : 503, "application/json", JSON.writeValueAsString(told) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
