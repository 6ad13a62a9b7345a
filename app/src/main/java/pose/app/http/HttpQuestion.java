package pose.app.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is asked. */
public final class HttpQuestion {

    private final HttpExchange exchange;

    HttpQuestion(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** Decoded, without the query. */
    public String path() {
        return String.valueOf(exchange.getRequestURI().getPath());
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /**
     * The body.
     *
     * @return empty where it is longer
     * @throws CharacterCodingException where it is no UTF-8
     */
    public Optional<String> body(int mostBytes) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(mostBytes + 1);
        return bytes.length > mostBytes
                ? Optional.empty()
                : Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
    }
}
