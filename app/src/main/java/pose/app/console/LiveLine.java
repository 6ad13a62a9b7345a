package pose.app.console;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A line that tells how far something has come: on a terminal written over in place several times a second, elsewhere as a
 * new line now and then.
 */
public final class LiveLine implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;
    private static final long TERMINAL_INTERVAL = NANOS / 5;
    private static final String START_OF_LINE = "\r\u001B[K";

    private final PrintWriter to;
    private final boolean inPlace;
    private final LongSupplier nanoTime;
    private final long interval;
    private long next;
    private boolean shown;

    /**
     * Shows nothing yet.
     *
     * @param inPlace whether {@code to} is a terminal
     * @param secondsBetween two lines where it is none
     * @param nanoTime a clock as {@link System#nanoTime} is one
     */
    public LiveLine(PrintWriter to, boolean inPlace, int secondsBetween, LongSupplier nanoTime) {
        this.to = to;
        this.inPlace = inPlace;
        this.nanoTime = nanoTime;
        this.interval = inPlace ? TERMINAL_INTERVAL : secondsBetween * NANOS;
        this.next = nanoTime.getAsLong();
    }

    /** Whether standard error is a terminal: the launcher knows. */
    public static boolean onTerminal() {
        return Boolean.getBoolean("pose.terminal");
    }

    /** Shows the text, if it is time to. */
    public void show(Supplier<String> text) {
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + interval;
        if (inPlace) {
            to.print(START_OF_LINE + text.get());
        } else {
            to.println(text.get());
        }
        to.flush();
        shown = true;
    }

    /** Takes the line away from a terminal. */
    @Override
    public void close() {
        if (inPlace && shown) {
            to.print(START_OF_LINE);
            to.flush();
        }
    }
}
