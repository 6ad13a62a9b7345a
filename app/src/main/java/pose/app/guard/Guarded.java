package pose.app.guard;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the guarded process knows of its guard. */
public final class Guarded {

    static final String GUARDED = "pose.guarded";
    static final String ASIDE = "pose.aside";
    /** As a shell tells of whoever SIGTERM has ended. */
    private static final int ENDED = 143;

    private Guarded() {}

    /** From now on this process ends, in good order, when its guard is gone; nothing happens where there is none. */
    public static void endWithGuard() {
        if (Boolean.getBoolean(GUARDED)) {
            Thread lifeline = new Thread(Guarded::awaitTheGuardsEnd, "lifeline");
            lifeline.setDaemon(true);
            lifeline.start();
        }
    }

    private static void awaitTheGuardsEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever written: the other end of the pipe is only held.
            }
        } catch (IOException e) {
            // A pipe that cannot be read has nobody at its other end.
        }
        System.exit(ENDED);
    }

    /** Which cameras are to wait before they begin, and for how long. */
    public static Map<String, Duration> aside() {
        return parse(System.getProperty(ASIDE, ""));
    }

    static Map<String, Duration> parse(String text) {
        Map<String, Duration> aside = new HashMap<>();
        for (String entry : text.split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                aside.put(entry.substring(0, equals), Duration.ofMillis(Long.parseLong(entry.substring(equals + 1))));
            }
        }
        return aside;
    }
}
