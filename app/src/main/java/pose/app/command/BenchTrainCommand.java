package pose.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.trainer.Experiment;
import pose.trainer.TrainingBenchmark;
import pose.trainer.TrainingFailure;
import pose.trainer.data.DataSetException;

/** {@code pose bench train}: a training step next to the engine's bare forward and backward pass. */
@Command(
        name = "train",
        description = {
            "Measures pictures a second of training (loading, step, averaging) next to the engine's bare forward and backward "
                    + "pass on the same batch, in turns; then goes on training and watches the memory.",
            "",
            "Prints the figures on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench train                               the lite preset on rendered athletes",
            "  pose bench train lite.yaml --steps 1000        an experiment's network on its data",
        })
public final class BenchTrainCommand implements Callable<Integer> {

    /** The lite preset at its own size on a few athletes, which are rendered once. */
    private static final String LITE = "data: { training: ['synthetic:48'], validation: 'synthetic:1' }\n";

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT.yaml",
            description = "Whose network, batch, engine and data to measure (default: the lite preset).")
    private @Nullable Path file;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "Training steps in all, at least 10 (default: ${DEFAULT-VALUE}); from 200 on, growth of the memory is told.")
    private int steps;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            json.check();
            if (steps < 10) {
                throw new UserMistake("--steps is " + steps + "; allowed: at least 10");
            }
            Experiment experiment = file == null ? Experiment.parse(LITE) : Experiment.read(file);
            TrainingBenchmark.Report report = new TrainingBenchmark(experiment, steps, text -> err.println(text)).run();
            print(report, spec.commandLine().getOut());
            json.write(report.toMap());
            return ExitCode.DONE;
        } catch (IllegalArgumentException | DataSetException | TrainingFailure e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UserMistake("the experiment cannot be read: " + e.getMessage(), e);
        }
    }

    private static void print(TrainingBenchmark.Report report, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%s · training %.2f pictures/s · bare forward and backward %.2f pictures/s · ratio %.3f",
                report.engine(),
                report.training(),
                report.bare(),
                report.ratio()));
        if (!report.memory().isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "resident memory at most %.0f MiB in %d steps",
                    report.highestMebibytes(),
                    report.steps()));
        }
        report.growth()
                .ifPresent(growth -> out.println(String.format(
                        Locale.ROOT, "growing by %.1f MiB in 1,000 steps, over the later half of them", growth)));
    }
}
