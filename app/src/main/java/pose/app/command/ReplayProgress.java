package pose.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import pose.app.console.LiveLine;
import pose.app.replay.ReplayListener;

/** How a replay goes, for people. */
final class ReplayProgress implements ReplayListener {

    /** By less than this nobody sees that it is late. */
    private static final long LATE_NANOS = 100_000_000;

    private final LiveLine line;
    private final PrintWriter err;
    private final int mostUnseen;
    private int unseen;
    private long latest;

    /** @param mostUnseen how many frames that cannot be looked at are told of; the report counts all */
    ReplayProgress(LiveLine line, PrintWriter err, int mostUnseen) {
        this.line = line;
        this.err = err;
        this.mostUnseen = mostUnseen;
    }

    @Override
    public void sent(long frames, long lateNanos) {
        latest = Math.max(latest, lateNanos);
        line.show(() -> {
            long late = latest;
            latest = 0;
            return "frames sent " + frames
                    + (late < LATE_NANOS ? "" : String.format(Locale.ROOT, " · late by up to %.1f s", late / 1e9));
        });
    }

    @Override
    public void unseen(String frame, String reason) {
        if (unseen < mostUnseen) {
            unseen++;
            err.println("frame " + frame + " cannot be looked at: " + reason);
        }
    }
}
