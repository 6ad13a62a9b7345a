package pose.app.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pose.app.broker.TemporaryFolder;

/** What the guarded process knows of its guard. */
public final class Guarded {

    /** The guard's own folder, which is there for as long as it runs. */
    static final String GUARDED = "pose.guarded";

    static final String ASIDE = "pose.aside";
    /** Begins a line of standard output that is for the guard, which hands it on to nobody. */
    static final String KEEP = "\u0001keep ";
    /** As a shell tells of whoever SIGTERM has ended. */
    private static final int ENDED = 143;

    private Guarded() {}

    /**
     * Begins: from now on this process ends, in good order, when its guard is gone.
     *
     * @return what a former process of the same guard last gave to {@link #keep}; empty where there is none
     */
    public static String begin() {
        Optional<TemporaryFolder> folder = guardsFolder();
        if (folder.isEmpty()) {
            return "";
        }
        String kept = firstLine();
        Thread lifeline = new Thread(() -> awaitTheGuardsEnd(folder.get()), "lifeline");
        lifeline.setDaemon(true);
        lifeline.start();
        return kept;
    }

    /**
     * Has the guard remember a text for the next process, in its memory alone; nothing happens where there is none.
     *
     * @param text may be secret
     */
    public static void keep(String text) {
        if (isSo()) {
            System.out.println(KEEP + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Whether this process has a guard. */
    static boolean isSo() {
        return guardsFolder().isPresent();
    }

    private static Optional<TemporaryFolder> guardsFolder() {
        return Optional.ofNullable(System.getProperty(GUARDED)).map(path -> new TemporaryFolder(Path.of(path)));
    }

    /** The guard writes one line, and never another. */
    private static String firstLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
                line.write(next);
            }
        } catch (IOException e) {
            // The guard is gone already, which its end of the pipe will tell.
        }
        return new String(Base64.getDecoder().decode(line.toByteArray()), StandardCharsets.UTF_8);
    }

    private static void awaitTheGuardsEnd(TemporaryFolder folder) {
        try {
            while (System.in.read() >= 0) {
                // Nothing more is written: the other end of the pipe is only held.
            }
        } catch (IOException e) {
            // A pipe that cannot be read has nobody at its other end.
        }
        // It could not, where it was killed.
        folder.close();
        System.exit(ENDED);
    }

    /** Which cameras are to wait before they begin, and for how long. */
    public static Map<String, Duration> aside() {
        return parse(System.getProperty(ASIDE, ""));
    }

    static Map<String, Duration> parse(String text) {
        Map<String, Duration> aside = new HashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                aside.put(entry.substring(0, equals), Duration.ofMillis(Long.parseLong(entry.substring(equals + 1))));
            }
        }
        return aside;
    }
}
