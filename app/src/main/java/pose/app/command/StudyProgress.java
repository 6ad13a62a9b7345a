package pose.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import pose.app.console.LiveLine;
import pose.trainer.TrainingListener;
import pose.trainer.experiment.RunResult;
import pose.trainer.experiment.StudyListener;
import pose.trainer.experiment.Variant;

/** Tells how a study goes: a line a finished run, and where the one under way stands. */
final class StudyProgress implements StudyListener {

    private final PrintWriter err;
    private final LiveLine line;
    private String underWay = "";

    StudyProgress(PrintWriter err, LiveLine line) {
        this.err = err;
        this.line = line;
    }

    @Override
    public void begins(int number, int runs, Variant variant, long seed) {
        underWay = String.format(Locale.ROOT, "run %d of %d · %s · seed %d", number, runs, variant.name(), seed);
    }

    @Override
    public void stepped(TrainingListener.Progress progress) {
        line.show(() -> String.format(
                Locale.ROOT,
                "%s · epoch %d · step %d of %d · loss %.3f · %.0f pictures/s",
                underWay,
                progress.epoch() + 1,
                progress.step(),
                progress.steps(),
                progress.losses().get(progress.losses().size() - 1),
                progress.picturesPerSecond()));
    }

    @Override
    public void done(int number, int runs, RunResult result, boolean kept) {
        line.close();
        err.println(String.format(
                Locale.ROOT,
                "run %d of %d · %s · seed %d · PCK@0.2 %.2f %% · %s",
                number,
                runs,
                result.variant(),
                result.seed(),
                result.pck(),
                kept
                        ? "kept from before"
                        : String.format(Locale.ROOT, "%.0f s", result.facts().seconds())));
    }
}
