package pose.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in an S3 bucket: {@code s3://BUCKET[/PREFIX][?endpoint=URL&region=NAME]}.
 *
 * @param prefix without slashes around it; empty for the whole bucket
 * @param endpoint of a server that is not Amazon's
 */
record S3Location(String bucket, String prefix, Optional<URI> endpoint, Optional<String> region)
        implements StoreAddress {

    static final String SCHEME = "s3://";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._=-]+(/[A-Za-z0-9._=-]+)*");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    @Override
    public WeightsStore open() {
        return new S3WeightsStore(this, PublishSteps.UNSEEN);
    }

    /** The key of what lies here under a name. */
    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** The place without how to get there, as shown to people. */
    @Override
    public String toString() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** Reads what begins with {@link #SCHEME}. */
    static S3Location parse(String text) {
        String rest = text.substring(SCHEME.length());
        int query = rest.indexOf('?');
        String place = (query < 0 ? rest : rest.substring(0, query)).replaceFirst("/+$", "");
        int slash = place.indexOf('/');
        String bucket = slash < 0 ? place : place.substring(0, slash);
        String prefix = slash < 0 ? "" : place.substring(slash + 1);
        require(
                BUCKET.matcher(bucket).matches(),
                text,
                "bucket '" + bucket + "': 3 to 63 small letters, digits, dots and dashes are allowed");
        require(
                prefix.isEmpty() || PREFIX.matcher(prefix).matches(),
                text,
                "prefix '" + prefix + "': names of letters, digits and ._=- with a slash between them are allowed");
        S3Location location = new S3Location(bucket, prefix, Optional.empty(), Optional.empty());
        for (String pair : query < 0 ? new String[0] : rest.substring(query + 1).split("&", -1)) {
            location = location.with(text, pair);
        }
        return location;
    }

    private S3Location with(String text, String pair) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        switch (key) {
            case "endpoint" -> {
                return new S3Location(bucket, prefix, Optional.of(endpoint(text, value)), region);
            }
            case "region" -> {
                require(REGION.matcher(value).matches(), text, "region '" + value + "' is none");
                return new S3Location(bucket, prefix, endpoint, Optional.of(value));
            }
            // The value might be a key that somebody put here.
            default -> throw StoreAddress.bad(withoutQuery(text), "'" + key + "' is no setting of it");
        }
    }

    private static URI endpoint(String text, String value) {
        URI uri;
        try {
            uri = URI.create(value);
        } catch (IllegalArgumentException e) {
            throw StoreAddress.bad(withoutQuery(text), "endpoint is no URL");
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        require(
                http && bare && uri.getHost() != null,
                withoutQuery(text),
                "endpoint must be http://HOST[:PORT] or https://HOST[:PORT], without user and password");
        return uri;
    }

    private static void require(boolean good, String text, String why) {
        if (!good) {
            throw StoreAddress.bad(withoutQuery(text), why);
        }
    }

    private static String withoutQuery(String text) {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
