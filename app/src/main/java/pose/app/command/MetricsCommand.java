package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.skeleton.Skeleton;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PredictionCsv;
import pose.trainer.csv.TruthCsv;
import pose.trainer.judging.Curve;
import pose.trainer.judging.Figures;
import pose.trainer.judging.JudgedFiles;
import pose.trainer.judging.Metric;
import pose.trainer.judging.NamedLimb;
import pose.trainer.judging.Pck;
import pose.trainer.judging.Pckh;
import pose.trainer.judging.Pcp;
import pose.trainer.judging.Pdj;
import pose.trainer.judging.SkeletonGuess;

/** {@code pose metrics}: how good anybody's predictions are. */
@Command(
        name = "metrics",
        description = {
            "Judges predictions of anybody's against labels, both as CSV with a header and one row a part.",
            "",
            "The truth has the columns id,part,x,y,labelled,scale: labelled is 1 or 0, scale is the normalising length "
                    + "in pixels (the torso for pck and pdj, 0.6 × the head box's diagonal for pckh; pcp takes the "
                    + "limb's own length). Predictions have id,part,x,y. A labelled part without a prediction is wrong.",
            "",
            "Prints per cent by part (by limb for pcp), their mean, and the area under the curve over thresholds from "
                    + "0 to 0.5 (auc). What was never labelled has no figure.",
            "",
            "oks is COCO's average precision and recall of everybody in whole pictures. Its truth is a COCO "
                    + "person_keypoints file (.json), or has the columns image,id,part,x,y,labelled,area and perhaps crowd; "
                    + "area is what the person covers in square pixels, a row with an image alone tells of a picture without "
                    + "anyone. Predictions are COCO results (.json, for a COCO truth), or have image,id,part,x,y,score."
        },
        footer = {
            "",
            "Examples:",
            "  pose metrics --truth truth.csv --predictions mine.csv --metric pck --threshold 0.2",
            "  pose metrics --truth truth.csv --predictions mine.csv --metric pcp --skeleton lsp14 --json",
            "  pose metrics --truth person_keypoints_val2017.json --predictions results.json --metric oks"
        })
public final class MetricsCommand implements Callable<Integer> {

    /** The field's metrics, each with the threshold it is usually given at. */
    enum Kind {
        PCK(0.2),
        PCKH(0.5),
        PDJ(0.2),
        PCP(0.5),
        OKS(0);

        private final double usual;

        Kind(double usual) {
            this.usual = usual;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            required = true,
            description = "Labels: id,part,x,y,labelled,scale; for oks see above.")
    private Path truth = Path.of("");

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            required = true,
            description = "Predictions: id,part,x,y; for oks see above.")
    private Path predictions = Path.of("");

    @Option(names = "--metric", paramLabel = "METRIC", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.PCK;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            converter = Threshold.class,
            description = "How much of the normalising length off still counts (default: 0.2 for pck and pdj, 0.5 for "
                    + "pckh and pcp; oks has its own ten, 0.5 to 0.95).")
    private @Nullable Double threshold;

    @Option(
            names = "--skeleton",
            paramLabel = "NAME",
            converter = KnownSkeleton.class,
            description =
                    "Whose parts these are; pcp takes its limbs (default: the first that has the parts of the truth).")
    private @Nullable Skeleton skeleton;

    @Option(names = "--json", description = "Print the figures and the curve as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (kind == Kind.OKS) {
            return judgePictures();
        }
        try {
            List<TruthCsv.Located> labels = TruthCsv.read(truth);
            requireParts(labels);
            JudgedFiles files = JudgedFiles.of(labels, PredictionCsv.read(predictions));
            Metric metric = metric(files.judged().parts());
            Figures figures = metric.judge(files.judged());
            tell(files, figures);
            print(figures, Curve.of(metric, files.judged()));
            return ExitCode.DONE;
        } catch (BadCsvException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private int judgePictures() {
        if (threshold != null) {
            throw new ParameterException(spec.commandLine(), "--threshold does not go with --metric oks");
        }
        OksJudging judging = OksJudging.read(truth, predictions, Optional.ofNullable(skeleton));
        judging.warnings().forEach(spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? JsonFigures.text(Map.of("oks", judging.figures().toMap())) + System.lineSeparator()
                        : judging.table());
        out.flush();
        return ExitCode.DONE;
    }

    private void requireParts(List<TruthCsv.Located> labels) throws BadCsvException {
        if (skeleton == null) {
            return;
        }
        for (TruthCsv.Located label : labels) {
            if (!skeleton.parts().contains(label.label().part())) {
                throw label.row()
                        .error("part '" + label.label().part() + "' is unknown; skeleton " + skeleton.name() + " has "
                                + String.join(", ", skeleton.parts()));
            }
        }
    }

    private Metric metric(List<String> parts) {
        double at = Optional.ofNullable(threshold).orElse(kind.usual);
        return switch (kind) {
            case PCK -> new Pck(at);
            case PCKH -> new Pckh(at);
            case PDJ -> new Pdj(at);
            case PCP -> new Pcp(at, limbs(parts));
            case OKS -> throw new IllegalStateException("oks judges whole pictures");
        };
    }

    private List<NamedLimb> limbs(List<String> parts) {
        if (skeleton != null) {
            return NamedLimb.of(skeleton);
        }
        try {
            SkeletonGuess guess = SkeletonGuess.of(parts, Skeleton.known().toList());
            if (!guess.rivals().isEmpty()) {
                String rivals = String.join(
                        ", ", guess.rivals().stream().map(Skeleton::name).toList());
                spec.commandLine()
                        .getErr()
                        .println("limbs are those of " + guess.skeleton().name() + "; --skeleton takes those of "
                                + rivals);
            }
            return NamedLimb.of(guess.skeleton());
        } catch (IllegalArgumentException e) {
            throw new UserMistake(truth + ": pcp needs limbs: " + e.getMessage(), e);
        }
    }

    private void tell(JudgedFiles files, Figures figures) {
        PrintWriter err = spec.commandLine().getErr();
        if (files.missing() > 0) {
            err.println(
                    files.missing() + " labelled parts have no prediction in " + predictions + " and count as wrong");
        }
        if (!files.strangers().isEmpty()) {
            err.println(files.strangers().size() + " ids of " + predictions + " are not in " + truth
                    + " and do not count, e.g. '"
                    + files.strangers().stream().sorted().findFirst().orElseThrow() + "'");
        }
        if (figures.mean().isEmpty()) {
            err.println("nothing that counts for the mean is labelled in " + truth);
        }
    }

    private void print(Figures figures, Curve curve) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put(figures.name(), figures.toMap());
            map.put(curve.kind(), curve.toMap());
            out.println(JsonFigures.text(map));
            return;
        }
        FigureTable table = new FigureTable(List.of(figures.name(), "auc"));
        figures.parts()
                .forEach((part, share) ->
                        table.row(part, List.of(share, curve.areas().getOrDefault(part, 0.0))));
        figures.mean()
                .ifPresent(mean -> table.row("mean", List.of(mean, curve.area().orElse(0))));
        out.print(table);
        out.flush();
    }

    /** More than 0. */
    static final class Threshold implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value > 0 && !Double.isInfinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, as a number out of bounds is.
            }
            throw new TypeConversionException("'" + text + "' is no number of more than 0");
        }
    }
}
