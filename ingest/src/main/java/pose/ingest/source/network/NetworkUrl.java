package pose.ingest.source.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.ingest.SourceException;

/**
 * A camera's address, its user and password kept apart: {@link #shown()}, and so {@link #toString()}, is without them, and
 * without values in the query that look like secrets.
 *
 * @param scheme in lower case
 * @param userInfo {@code user:password} as it was written, percent-encoded
 * @param host a name or an address, an IPv6 one in brackets
 * @param path from its slash on, or empty
 * @param query what follows the question mark
 * @param hidden what else of path and query must not be seen, as it is written there
 */
public record NetworkUrl(
        String scheme,
        Optional<String> userInfo,
        String host,
        OptionalInt port,
        String path,
        Optional<String> query,
        List<String> hidden) {

    private static final Pattern SHAPE = Pattern.compile(
            "([a-zA-Z][a-zA-Z0-9+.-]*)://(?:([^/?#]*)@)?([^/?#@]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:\\[\\]\\s]*)(?::(\\d{1,5}))?");
    private static final Pattern HARMLESS_VALUE = Pattern.compile("[a-zA-Z0-9_.:/-]{0,15}");
    private static final Pattern SECRET_KEY = Pattern.compile(
            ".*(pass|pw|token|key|secret|auth|sig|user|login|cred|session|hash|code|pin|jwt|account|id).*",
            Pattern.CASE_INSENSITIVE);

    public NetworkUrl {
        hidden = List.copyOf(hidden);
    }

    /**
     * Reads a URL.
     *
     * @throws SourceException that quotes nothing that may be a password
     */
    public static NetworkUrl parse(String url) throws SourceException {
        Matcher shape = SHAPE.matcher(url);
        if (!shape.matches()) {
            throw new SourceException("a camera's URL is written like rtsp://user:password@host:554/path");
        }
        Matcher authority = AUTHORITY.matcher(shape.group(3));
        if (!authority.matches() || shape.group(4).contains("@")) {
            throw new SourceException(
                    "a camera's URL is written like " + shape.group(1)
                            + "://user:password@host:port/path; in a user or password write / as %2F, ? as %3F, # as %23, @ as %40");
        }
        OptionalInt port =
                authority.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(authority.group(2)));
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65535)) {
            throw new SourceException("a camera's port is " + port.getAsInt() + "; allowed: 1 to 65535");
        }
        return new NetworkUrl(
                shape.group(1).toLowerCase(Locale.ROOT),
                Optional.ofNullable(shape.group(2)),
                authority.group(1),
                port,
                shape.group(4),
                Optional.ofNullable(shape.group(5)),
                List.of());
    }

    /** The same place by another scheme. */
    public NetworkUrl with(String otherScheme) {
        return new NetworkUrl(otherScheme, userInfo, host, port, path, query, hidden);
    }

    /** The same with more of its path and query that must not be seen. */
    public NetworkUrl hiding(List<String> more) {
        return new NetworkUrl(scheme, userInfo, host, port, path, query, more);
    }

    /** The same place without its query. */
    public NetworkUrl withoutQuery() {
        return new NetworkUrl(scheme, userInfo, host, port, path, Optional.empty(), hidden);
    }

    /** The whole URL, secrets and all, for the connection alone. */
    public String secret() {
        return scheme + "://" + userInfo.map(own -> own + "@").orElse("") + address() + path
                + query.map(own -> "?" + own).orElse("");
    }

    /** Host and port. */
    public String address() {
        return host + (port.isPresent() ? ":" + port.getAsInt() : "");
    }

    /** Without secrets. */
    public String shown() {
        String rest = path + query.map(own -> "?" + shownQuery(own)).orElse("");
        for (String secret : hidden) {
            rest = rest.replace(secret, "***");
        }
        return scheme + "://" + address() + rest;
    }

    private static String shownQuery(String query) {
        List<String> parts = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            boolean harmless = equals < 0
                    ? HARMLESS_VALUE.matcher(part).matches()
                    : HARMLESS_VALUE.matcher(part.substring(equals + 1)).matches()
                            && !SECRET_KEY.matcher(key).matches();
            parts.add(harmless ? part : equals < 0 ? "***" : key + "=***");
        }
        return String.join("&", parts);
    }

    /** What must not be seen of it: user and password as written and decoded, and what the query hides. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(hidden);
        userInfo.ifPresent(own -> {
            int colon = own.indexOf(':');
            secrets.add(own);
            secrets.add(decoded(own));
            if (colon >= 0) {
                secrets.add(own.substring(colon + 1));
                secrets.add(decoded(own.substring(colon + 1)));
            }
        });
        query.ifPresent(own -> {
            for (String part : own.split("&", -1)) {
                if (!shownQuery(part).equals(part)) {
                    secrets.add(part.substring(part.indexOf('=') + 1));
                }
            }
        });
        return secrets.stream().filter(secret -> !secret.isEmpty()).distinct().toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return shown();
    }
}
