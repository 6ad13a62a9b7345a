package pose.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import pose.app.console.Bar;
import pose.app.console.Durations;
import pose.app.console.LiveLine;
import pose.trainer.TrainingListener;
import pose.trainer.judging.Figures;

/** Tells on standard error how a training goes: a bar on a terminal, elsewhere a line now and then. */
final class TrainingProgress implements TrainingListener, AutoCloseable {

    private static final int SECONDS_BETWEEN_LINES = 30;
    private static final int BAR_WIDTH = 20;

    private final PrintWriter err;
    private final boolean onTerminal = LiveLine.onTerminal();
    private final LiveLine line;

    TrainingProgress(PrintWriter err) {
        this.err = err;
        line = new LiveLine(err, onTerminal, SECONDS_BETWEEN_LINES, System::nanoTime);
    }

    @Override
    public void stepped(Progress at) {
        line.show(() -> String.format(
                Locale.ROOT,
                "%s%sepoch %d · step %d of %d · loss of the last stage %.3f · %.1f pictures/s · waiting for data %.0f %%%s",
                at.ahead()
                        .filter(ahead -> onTerminal)
                        .map(a -> Bar.of(a.done(), BAR_WIDTH) + " ")
                        .orElse(""),
                at.ahead()
                        .map(a -> String.format(Locale.ROOT, "%.0f %% · ", 100 * a.done()))
                        .orElse(""),
                at.epoch() + 1,
                at.step(),
                at.steps(),
                at.losses().get(at.losses().size() - 1),
                at.picturesPerSecond(),
                100 * at.waiting(),
                at.ahead()
                        .filter(a -> !a.left().isZero())
                        .map(a -> " · " + Durations.text(a.left()) + " left")
                        .orElse("")));
    }

    @Override
    public void judged(int epoch, Figures pck, boolean best) {
        line.close();
        err.println(String.format(
                Locale.ROOT,
                "epoch %d · %s %.2f %%%s",
                epoch + 1,
                pck.name(),
                pck.mean().orElse(0),
                best ? " · best" : ""));
    }

    @Override
    public void finished(Summary summary) {
        line.close();
        err.println(String.format(
                Locale.ROOT,
                "trained in %s · best epoch %d · waiting for data %.1f %%",
                Durations.text(summary.took()),
                summary.bestEpoch() + 1,
                100 * summary.waiting()));
    }

    @Override
    public void close() {
        line.close();
    }
}
