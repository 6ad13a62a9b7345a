package pose.app.camera;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pose.app.http.HttpAnswer;
import pose.app.http.HttpQuestion;

/**
 * Who may ask. With a token: whoever knows it. Without: whoever is on this machine, but no page in its browser, whether it asks
 * from elsewhere (it cannot send JSON and says where it is from) or has taught its own name to mean this machine (which the
 * name that is asked for shows).
 */
final class ApiGate {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable ApiToken token;
    private final String host;

    /**
     * Opens it.
     *
     * @param token null for none
     * @param host that is listened on
     */
    ApiGate(@Nullable ApiToken token, String host) {
        this.token = token;
        this.host = host.toLowerCase(Locale.ROOT);
    }

    /** What to answer to whoever may not ask; empty for all others. */
    Optional<HttpAnswer> refusal(HttpQuestion question) {
        if (token != null) {
            return token.isIn(question.header("Authorization").orElse(""))
                    ? ofBrowser(question)
                    : Optional.of(ApiAnswers.error(401, "a token is needed: Authorization: Bearer TOKEN")
                            .with("WWW-Authenticate", "Bearer"));
        }
        String asked =
                question.header("Host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        if (!LOOPBACK.contains(asked) && !asked.equals(host)) {
            return Optional.of(ApiAnswers.error(403, "Host must be localhost, 127.0.0.1 or [::1]"));
        }
        return ofBrowser(question);
    }

    private static Optional<HttpAnswer> ofBrowser(HttpQuestion question) {
        return question.header("Origin").isPresent()
                        || question.header("Sec-Fetch-Site").isPresent()
                ? Optional.of(ApiAnswers.error(403, "web pages may not ask here"))
                : Optional.empty();
    }
}
