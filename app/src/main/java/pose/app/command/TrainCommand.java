package pose.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.trainer.Experiment;
import pose.trainer.ExperimentData;
import pose.trainer.ResultPublisher;
import pose.trainer.Training;
import pose.trainer.TrainingListener;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Figures;

/** {@code pose train}: a data set into a weights version. */
@Command(
        name = "train",
        description = {
            "Trains a network as an experiment file says, and publishes the best epoch's as a weights version.",
            "",
            "The run's folder gets checkpoints, a learning curve (curve.csv) and the experiment with every key resolved. "
                    + "Prints the new version's folder on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose train lite.yaml",
            "  pose train lite.yaml --resume    after Ctrl-C or a crash"
        })
public final class TrainCommand implements Callable<Integer> {

    /** Where the launcher says which commit this was built from. */
    private static final String COMMIT = "pose.commit";

    private static final int SECONDS_BETWEEN_LINES = 30;

    @Parameters(paramLabel = "EXPERIMENT.yaml", description = "What differs from the defaults, in YAML.")
    private Path file = Path.of("");

    @Option(names = "--resume", description = "Go on from the run's last checkpoint, where there is one.")
    private boolean resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try {
            Experiment experiment = Experiment.read(file);
            ExperimentData data = ExperimentData.open(experiment.data());
            data.summary().forEach(spec.commandLine().getErr()::println);
            ResultPublisher publisher =
                    new ResultPublisher(experiment, data, Clock.systemUTC(), System.getProperty(COMMIT));
            try (LiveLine line = line()) {
                Path version = new Training(
                                experiment, data, new Told(spec.commandLine().getErr(), line))
                        .run(resume, publisher::publish);
                spec.commandLine().getOut().println(version);
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | DataSetException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UserMistake("the run cannot be written or read: " + e.getMessage(), e);
        }
    }

    private LiveLine line() {
        return new LiveLine(
                spec.commandLine().getErr(), LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime);
    }

    private record Told(PrintWriter err, LiveLine line) implements TrainingListener {

        @Override
        public void stepped(Progress progress) {
            line.show(() -> String.format(
                    Locale.ROOT,
                    "epoch %d · step %d of %d · loss of the last stage %.3f · %.1f pictures/s · waiting for data %.0f %%",
                    progress.epoch() + 1,
                    progress.step(),
                    progress.steps(),
                    progress.losses().get(progress.losses().size() - 1),
                    progress.picturesPerSecond(),
                    100 * progress.waiting()));
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
    }
}
