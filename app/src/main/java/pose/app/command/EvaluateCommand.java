package pose.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.cpm.PoseEstimator;
import pose.cpm.WeightsVersion;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;

/** {@code pose evaluate}: how good weights are. */
@Command(
        name = "evaluate",
        description = {
            "Judges a weights version on a data set: PCK@0.2, the share of parts within 0.2 torso lengths of their label.",
            "",
            "Prints the share of each part and their mean, in per cent, on standard output. People whose torso is not "
                    + "labelled are left out. Each is looked at once, in the square around the labelled parts × 1.25."
        },
        footer = {
            "",
            "Examples:",
            "  pose evaluate --dataset lspet:data/lspet",
            "  pose evaluate --dataset synthetic:500 --weights runs/store/lite/2026-11-21.1 --json figures.json"
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final double ALPHA = 0.2;

    @Option(
            names = "--dataset",
            paramLabel = "KIND:DIR",
            required = true,
            description =
                    "lspet:DIR (images from 8001 on; all of a folder that has fewer) or synthetic:COUNT (rendered athletes, 1 to 999999).")
    private String dataset = "";

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            DataSet data = DataSets.open(dataset, Purpose.JUDGING);
            data.summaries().forEach(spec.commandLine().getErr()::println);
            try (PoseEstimator estimator = model.loadEstimator()) {
                LongAdder nanos = new LongAdder();
                Figures pck = new Evaluation(data, ALPHA).judge(people -> {
                    long from = System.nanoTime();
                    List<Pose> poses = estimator.estimate(people);
                    nanos.add(System.nanoTime() - from);
                    return poses;
                });
                tell(pck, data, estimator.weights(), 1e9 * pck.people() / nanos.sum());
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dataset: " + e.getMessage(), e);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }

    private void tell(Figures pck, DataSet data, WeightsVersion weights, double peoplePerSecond) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("weights " + weights + ", data " + data.name() + ", people " + pck.people());
        pck.parts().forEach((part, share) -> out.println(String.format(Locale.ROOT, "%-12s %5.1f", part, share)));
        pck.mean()
                .ifPresent(mean -> out.println(String.format(Locale.ROOT, "%-12s %5.1f", "mean " + pck.name(), mean)));
        out.println(String.format(Locale.ROOT, "%-12s %5.1f from crop to keypoints", "people/s", peoplePerSecond));
        if (json != null) {
            write(json, pck, data, weights);
        }
    }

    private static void write(Path file, Figures pck, DataSet data, WeightsVersion weights) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("weights", weights.toString());
        figures.put("dataset", data.name());
        figures.put(pck.name(), pck.toMap());
        try {
            String text = new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(figures);
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UserMistake("--json '" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
