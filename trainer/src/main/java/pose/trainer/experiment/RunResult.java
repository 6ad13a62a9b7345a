package pose.trainer.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run gave: one variant with one seed. Kept as a small JSON file.
 *
 * @param study that it belongs to
 * @param variant which network, trained how
 * @param seed of starting weights, order and augmentation
 * @param conditions all that its figures depend on
 * @param facts of the network and its training
 * @param epochs in order; none for what is not trained
 * @param pck PCK@0.2 on the validation set at the end, per cent
 * @param stages the same by stage, of the network that was best on validation; empty for what has no stages
 * @param parts {@code pck} by part
 */
public record RunResult(
        String study,
        String variant,
        long seed,
        Map<String, String> conditions,
        Facts facts,
        List<EpochResult> epochs,
        double pck,
        List<Double> stages,
        Map<String, Double> parts) {

    public RunResult {
        conditions = Map.copyOf(conditions);
        epochs = List.copyOf(epochs);
        stages = List.copyOf(stages);
        parts = new LinkedHashMap<>(parts);
    }
}
