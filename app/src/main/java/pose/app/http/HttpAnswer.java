package pose.app.http;

import java.util.Map;

/**
 * What a question is answered with.
 *
 * @param status an HTTP status with a body
 * @param headers further ones
 */
public record HttpAnswer(int status, String contentType, String body, Map<String, String> headers) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public HttpAnswer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    public HttpAnswer with(String header, String value) {
        return new HttpAnswer(status, contentType, body, Map.of(header, value));
    }
}
