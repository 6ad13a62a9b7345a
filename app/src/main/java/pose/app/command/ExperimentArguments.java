package pose.app.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pose.cpm.EngineName;
import pose.trainer.experiment.Setting;
import pose.trainer.experiment.Study;

/** At what scale, on what data, and where to. */
final class ExperimentArguments {

    @Option(
            names = "--dataset",
            paramLabel = "KIND:PATH",
            required = true,
            description = "What to train on, e.g. lspet:DIR or synthetic:COUNT.")
    private String dataset = "";

    @Option(
            names = "--validation",
            paramLabel = "KIND:PATH",
            description = "What to judge on (default: the part of --dataset that is for judging).")
    private @Nullable String validation;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "tiny",
            description = "Network to begin with: tiny, lite or paper (default: ${DEFAULT-VALUE}). Studies that have "
                    + "networks of their own take no layers of it.")
    private String preset = "tiny";

    @Option(
            names = "--stages",
            paramLabel = "T",
            converter = Stages.class,
            description = "Stages, 1 to 20 (default: the study's own).")
    private @Nullable Integer stages;

    @Option(
            names = "--batch-norm",
            paramLabel = "on|off",
            description = "Whether normalisations follow the convolutions (default: as the network has it).")
    private @Nullable Switch batchNorm;

    @Option(
            names = "--input",
            paramLabel = "PX",
            defaultValue = "64",
            converter = Pixels.class,
            description = "Side of the network's input, 16 to 1024 (default: ${DEFAULT-VALUE}).")
    private int input;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "6",
            converter = Epochs.class,
            description = "Epochs of each run, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "0",
            converter = Pictures.class,
            description =
                    "People of the training set that are taken, evenly spaced; 0: all (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            converter = Batch.class,
            description = "People a step, 1 to 1024 (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0.004",
            converter = Rate.class,
            description = "The highest, of Adam with a cosine (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--seeds",
            paramLabel = "N,…",
            split = ",",
            defaultValue = "1",
            description = "A run of each variant with each of them (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(
            names = "--width",
            paramLabel = "SHARE",
            defaultValue = "0.125",
            converter = Width.class,
            description = "Share of VGG16's channels that its baseline has (default: ${DEFAULT-VALUE}).")
    private double width;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            converter = EngineOption.Engine.class,
            description = "What trains: auto (the fastest present), mxnet or pytorch (default: ${DEFAULT-VALUE}).")
    private EngineName engine = EngineName.AUTO;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of tables, plots and each run's result (default: runs/experiments/NAME).")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Take the results of runs that were finished before.")
    private boolean resume;

    boolean isResumed() {
        return resume;
    }

    Setting toSetting(Study study) {
        return new Setting(
                dataset,
                validation == null ? dataset : validation,
                preset,
                stages == null ? study.usualStages() : stages,
                batchNorm == null ? null : batchNorm == Switch.ON,
                input,
                epochs,
                pictures,
                batch,
                learningRate,
                seeds,
                width,
                engine.name().toLowerCase(java.util.Locale.ROOT),
                out == null ? Path.of("runs", "experiments", study.name()) : out);
    }

    /** T. */
    static final class Stages extends Bounded {
        Stages() {
            super(1, 20);
        }
    }

    /** Side of an input. */
    static final class Pixels extends Bounded {
        Pixels() {
            super(16, 1024);
        }
    }

    /** How long a run is. */
    static final class Epochs extends Bounded {
        Epochs() {
            super(1, 1000);
        }
    }

    /** How many people, 0 for all. */
    static final class Pictures extends Bounded {
        Pictures() {
            super(0, 10_000_000);
        }
    }

    /** People a step. */
    static final class Batch extends Bounded {
        Batch() {
            super(1, 1024);
        }
    }

    /** Above 0, at most 1. */
    abstract static class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value > 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, as a number out of bounds is.
            }
            throw new TypeConversionException("'" + text + "' is no number above 0, at most 1");
        }
    }

    /** A learning rate. */
    static final class Rate extends Share {}

    /** A share of channels. */
    static final class Width extends Share {}

    /** Something one can have or not. */
    enum Switch {
        ON,
        OFF
    }
}
