package pose.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;
import pose.app.console.LiveLine;
import pose.trainer.TrainingListener;
import pose.trainer.judging.Figures;

/** Tells on standard error how far a long piece of work of several steps has come. */
final class WorkProgress implements AutoCloseable {

    private static final int SECONDS_BETWEEN_LINES = 30;

    private final PrintWriter err;
    private final LiveLine line;

    WorkProgress(PrintWriter err) {
        this.err = err;
        line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime);
    }

    /** Hears of a step how many of {@code all} are done. */
    IntConsumer of(String step, int all) {
        return done -> line.show(() -> step + ": " + done + " of " + all);
    }

    /** Hears how a training goes that is one step of several. */
    TrainingListener training(String step) {
        return new TrainingListener() {
            @Override
            public void stepped(Progress at) {
                line.show(() -> String.format(
                        Locale.ROOT,
                        "%s · epoch %d · step %d of %d · %.1f pictures/s",
                        step,
                        at.epoch() + 1,
                        at.step(),
                        at.steps(),
                        at.picturesPerSecond()));
            }

            @Override
            public void judged(int epoch, Figures pck, boolean best) {
                line.close();
                err.println(String.format(
                        Locale.ROOT,
                        "%s · epoch %d · %s %.2f %%",
                        step,
                        epoch + 1,
                        pck.name(),
                        pck.mean().orElse(0)));
            }
        };
    }

    @Override
    public void close() {
        line.close();
    }
}
