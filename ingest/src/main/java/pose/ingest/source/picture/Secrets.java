package pose.ingest.source.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must never be seen of the sources that are open: FFmpeg quotes URLs in its log. Besides the known secrets, whatever
 * looks like a URL loses its user, its password and its query, since a playlist may lead to addresses with secrets of their own.
 */
public final class Secrets {

    private static final String HIDDEN = "***";

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s'\"]*@");
    private static final Pattern QUERY = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://[^\\s'\"?]*\\?)[^\\s'\"]*");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)((?:authorization|cookie)\\s*[:=]\\s*)[^\\r\\n]*");

    /** How many open sources have each. */
    private static final Map<String, Integer> KNOWN = new ConcurrentHashMap<>();

    private Secrets() {}

    /** Secrets that are hidden until this is closed. */
    public interface Kept extends AutoCloseable {

        @Override
        void close();
    }

    /** Hides these from now on. */
    public static Kept keep(List<String> secrets) {
        secrets.forEach(secret -> KNOWN.merge(secret, 1, Integer::sum));
        return () ->
                secrets.forEach(secret -> KNOWN.computeIfPresent(secret, (same, uses) -> uses > 1 ? uses - 1 : null));
    }

    /** The text without any of it. */
    public static String hidden(String text) {
        String clean = text;
        // Longer ones first: one may be part of another.
        List<String> known = KNOWN.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String secret : known) {
            clean = clean.replace(secret, HIDDEN);
        }
        clean = USER_INFO.matcher(clean).replaceAll(HIDDEN + "@");
        clean = QUERY.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
        return CREDENTIALS.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    }
}
