package pose.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.trainer.data.DataSetException;
import pose.trainer.experiment.BaselinesStudy;
import pose.trainer.experiment.GradientsStudy;
import pose.trainer.experiment.ReceptiveFieldStudy;
import pose.trainer.experiment.Report;
import pose.trainer.experiment.ReportFiles;
import pose.trainer.experiment.Results;
import pose.trainer.experiment.SchemesStudy;
import pose.trainer.experiment.Setting;
import pose.trainer.experiment.StagesStudy;
import pose.trainer.experiment.Study;
import pose.trainer.experiment.StudyRunner;

/** {@code pose experiment}: the paper's figures, at a chosen scale on a chosen data set. */
@Command(
        name = "experiment",
        description = {
            "Runs a figure of the paper, or its baselines, at a chosen scale on a chosen data set.",
            "",
            "Each trains several networks with each seed, one after the other. Prints the table on standard output; the folder "
                    + "--out gets it with the command line, plots, every run's figures as CSV and, in runs/, a small file a "
                    + "finished run: what was broken off goes on with --resume."
        },
        subcommands = {
            ExperimentCommand.Schemes.class,
            ExperimentCommand.Stages.class,
            ExperimentCommand.ReceptiveField.class,
            ExperimentCommand.Gradients.class,
            ExperimentCommand.Baselines.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  pose experiment stages --dataset lspet:data/lspet --pictures 2000 --epochs 6 --seeds 1,2,3"
        })
public final class ExperimentCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    /** What the studies' commands share. */
    abstract static class OfStudy implements Callable<Integer> {

        private static final int SECONDS_BETWEEN_LINES = 30;

        @Mixin
        private ExperimentArguments arguments = new ExperimentArguments();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        abstract Study study();

        @Override
        public final Integer call() throws InterruptedException {
            PrintWriter err = spec.commandLine().getErr();
            try (LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
                Study study = study();
                Setting setting = arguments.toSetting(study);
                Results results =
                        new StudyRunner(study, setting, new StudyProgress(err, line)).run(arguments.isResumed());
                Report report = study.report(setting, results);
                Path document = ReportFiles.write(study, setting, results, report, commandLine());
                spec.commandLine().getOut().print(report.main().toMarkdown());
                spec.commandLine().getOut().flush();
                err.println("written: " + document);
                return ExitCode.DONE;
            } catch (IllegalArgumentException | IllegalStateException | DataSetException e) {
                throw new UserMistake(String.valueOf(e.getMessage()), e);
            } catch (IOException e) {
                throw new UserMistake("the experiment cannot be written or read: " + e.getMessage(), e);
            }
        }

        private String commandLine() {
            return "pose "
                    + spec.commandLine().getParseResult().originalArgs().stream()
                            .map(OfStudy::quoted)
                            .collect(Collectors.joining(" "));
        }

        /** As a shell takes it: names of data sets have characters that it would take for its own. */
        private static String quoted(String argument) {
            return argument.matches("[\\w./:,=+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
        }
    }

    /** {@code pose experiment schemes}. */
    @Command(
            name = "schemes",
            description =
                    "The four schemes of training (figure 6b): joint, stage-wise, stage-wise then joint, joint without "
                            + "intermediate supervision, with equal steps in all. --stages: 3 by default.")
    static final class Schemes extends OfStudy {
        @Override
        Study study() {
            return new SchemesStudy();
        }
    }

    /** {@code pose experiment stages}. */
    @Command(
            name = "stages",
            description =
                    "Accuracy over the number of stages (figure 6c): networks of 1 to --stages stages (default: 6).")
    static final class Stages extends OfStudy {
        @Override
        Study study() {
            return new StagesStudy();
        }
    }

    /** {@code pose experiment receptive-field}. */
    @Command(
            name = "receptive-field",
            description =
                    "Accuracy over the receptive field of one stage (figure 4), at nearly equal weights and cost.")
    static final class ReceptiveField extends OfStudy {
        @Override
        Study study() {
            return new ReceptiveFieldStudy();
        }
    }

    /** {@code pose experiment gradients}. */
    @Command(
            name = "gradients",
            description =
                    "Histograms of gradient magnitudes by layer and epoch, with and without intermediate supervision "
                            + "(figure 5), of a small network of the paper's kind. --stages: 6, --batch-norm: off by default.")
    static final class Gradients extends OfStudy {
        @Override
        Study study() {
            return new GradientsStudy();
        }
    }

    /** {@code pose experiment baselines}. */
    @Command(
            name = "baselines",
            description = "Belief maps against networks that put out coordinates at once: four convolutions, and VGG16 "
                    + "with --width of its channels. With weight histograms and zero fractions of their layers.")
    static final class Baselines extends OfStudy {
        @Override
        Study study() {
            return new BaselinesStudy();
        }
    }
}
