package pose.trainer.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pose.cpm.EngineName;
import pose.cpm.network.Preset;

/**
 * What all runs of a study share: one data set, one scale, one length of training.
 *
 * @param training data set to learn from, as {@link pose.trainer.data.DataSets} names it
 * @param validation data set that every run is judged on
 * @param preset architecture that the study's own begin with, see {@link Preset}
 * @param stages T, where the study does not vary it
 * @param batchNorm whether a normalisation follows each convolution; null as the architecture has it
 * @param input side of the network's square input in pixels
 * @param epochs each run trains for
 * @param pictures of the training set that are taken, evenly spaced; 0 for all
 * @param batch pictures a step
 * @param learningRate highest of the belief-map networks
 * @param seeds one run each of every variant
 * @param width share of VGG16's channels that its baseline has
 * @param engine see {@link EngineName}
 * @param out folder of tables, plots and, in {@code runs/}, of what each run gave
 */
public record Setting(
        String training,
        String validation,
        String preset,
        int stages,
        @Nullable Boolean batchNorm,
        int input,
        int epochs,
        int pictures,
        int batch,
        double learningRate,
        List<Long> seeds,
        double width,
        String engine,
        Path out) {

    public Setting {
        seeds = List.copyOf(seeds);
        require(stages >= 1 && stages <= 20, "--stages", stages, "1 to 20");
        require(input >= 16 && input <= 1024, "--input", input, "16 to 1024 pixels");
        require(epochs >= 1 && epochs <= 1000, "--epochs", epochs, "1 to 1000");
        require(pictures >= 0, "--pictures", pictures, "0 (all of the training set) or more");
        require(batch >= 1 && batch <= 1024, "--batch", batch, "1 to 1024");
        require(learningRate > 0 && learningRate <= 1, "--learning-rate", learningRate, "more than 0, at most 1");
        require(!seeds.isEmpty(), "--seeds", "empty", "whole numbers apart by commas, e.g. 1,2,3");
        require(seeds.size() == seeds.stream().distinct().count(), "--seeds", seeds, "each seed once");
        require(width > 0 && width <= 1, "--width", width, "more than 0, at most 1");
        EngineName.named(engine);
        Preset.named(preset);
    }

    private static void require(boolean good, String option, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(option + " is " + value + "; allowed: " + allowed);
        }
    }

    /** What a run's figures depend on beside the run itself: figures of two settings are not to be compared. */
    Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("dataset", training);
        conditions.put("validation", validation);
        conditions.put("input", String.valueOf(input));
        conditions.put("epochs", String.valueOf(epochs));
        conditions.put("pictures", pictures == 0 ? "all" : String.valueOf(pictures));
        conditions.put("batch", String.valueOf(batch));
        return conditions;
    }

    /** The experiment's keys that change the architecture as the setting wants it. */
    Map<String, Object> architectureKeys() {
        return architectureKeys(Map.of());
    }

    /** The same, over a study's own architecture. */
    Map<String, Object> architectureKeys(Map<String, Object> own) {
        // Sorted: a run is known again by what these keys look like as text.
        Map<String, Object> architecture = new TreeMap<>(own);
        if (batchNorm != null) {
            architecture.put("batchNorm", batchNorm);
        }
        return architecture.isEmpty() ? Map.of() : Map.of("architecture", architecture);
    }
}
