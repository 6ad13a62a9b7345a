package pose.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.app.console.Rate;
import pose.app.log.Log;
import pose.app.metrics.Monitoring;
import pose.stream.PoseStream;
import pose.stream.StreamProgress;

/** Tells how a running stream gets on. */
final class StreamLine {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int SECONDS_BETWEEN_LINES = 10;

    private final PoseStream stream;
    private final PrintWriter err;
    private final boolean onTerminal;
    private final Rate rate = new Rate();

    StreamLine(PoseStream stream, PrintWriter err, boolean onTerminal) {
        this.stream = stream;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /**
     * Until the stream has stopped, or is asked to.
     *
     * @throws UserMistake where it stopped by itself, saying why
     */
    void show(Interruption interruption, Monitoring monitoring) {
        try (LiveLine line = new LiveLine(err, onTerminal, SECONDS_BETWEEN_LINES, System::nanoTime)) {
            while (!interruption.happened() && !stopped()) {
                line.show(this::told);
                monitoring.look();
            }
        }
        Log.tellOfHeldBack();
        err.println("stopped: " + told());
        stream.failure().ifPresent(failure -> {
            throw new UserMistake("the stream stopped: " + failure.getMessage(), failure);
        });
    }

    private boolean stopped() {
        try {
            return stream.awaitStopped(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String told() {
        StreamProgress progress = stream.progress();
        return String.format(
                Locale.ROOT,
                "frames in %d · poses out %d · dead letters %d · gaps %d · %.1f frames/s · lag %d · batch fill %.1f",
                progress.framesIn(),
                progress.posesOut(),
                progress.deadLetters(),
                progress.gaps(),
                rate.at(System.nanoTime(), progress.posesOut()),
                stream.lag(),
                progress.batchFill());
    }
}
