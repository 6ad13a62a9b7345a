package pose.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.trainer.Experiment;
import pose.trainer.Material;
import pose.trainer.NotPublishedException;
import pose.trainer.PublishedResult;
import pose.trainer.ResultPublisher;
import pose.trainer.Training;
import pose.trainer.TrainingFailure;
import pose.trainer.data.DataSetException;

/** {@code pose train}: a data set into a weights version. */
@Command(
        name = "train",
        description = {
            "Trains a network as an experiment file says, and publishes the best epoch's as a weights version.",
            "",
            "The run's folder gets checkpoints, a learning curve (curve.csv) and the experiment with every key resolved. "
                    + "Prints where the new version is on standard output.",
            "",
            "With --publish the version is announced, too: a channel points to it, and a stream that follows the channel tries it.",
            "",
            "Training that diverges or whose belief maps stay flat is stopped, with what was seen and which keys to change; "
                    + "the checkpoints are from before."
        },
        footer = {
            "",
            "Examples:",
            "  pose train lite.yaml",
            "  pose train lite.yaml --resume    after Ctrl-C or a crash",
            "  pose train lite.yaml --publish --shadow 0.1"
        })
public final class TrainCommand implements Callable<Integer> {

    /** Where the launcher says which commit this was built from. */
    private static final String COMMIT = "pose.commit";

    @Parameters(paramLabel = "EXPERIMENT.yaml", description = "What differs from the defaults, in YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--resume",
            description =
                    "Go on from the run's last checkpoint, where there is one: as if it had not been broken off. "
                            + "Of the experiment only how long it goes on, loaders, checkpointMinutes, name and folders may change.")
    private boolean resume;

    @Mixin
    private AnnouncementOptions announcement = new AnnouncementOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        announcement.check(spec);
        try {
            Experiment experiment = Experiment.read(file);
            announcement.prepare(experiment.name(), spec);
            Material data = Material.open(experiment);
            data.summary().forEach(spec.commandLine().getErr()::println);
            ResultPublisher publisher =
                    new ResultPublisher(experiment, data, Clock.systemUTC(), System.getProperty(COMMIT));
            try (TrainingProgress progress =
                    new TrainingProgress(spec.commandLine().getErr())) {
                PublishedResult result = new Training(experiment, data, progress).run(resume, publisher::publish);
                spec.commandLine().getOut().println(result.place());
                announcement.announce(result.id(), experiment.store(), spec);
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | DataSetException | TrainingFailure e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        } catch (NotPublishedException e) {
            throw new UserMistake(e.getMessage() + "; the same command with --resume publishes it", e);
        } catch (IOException e) {
            throw new UserMistake("the run cannot be written or read: " + e.getMessage(), e);
        }
    }
}
