package pose.trainer.experiment;

import java.util.List;

/**
 * What a run had come to after an epoch.
 *
 * @param losses mean over the epoch's steps, by stage for belief maps, one value for coordinates
 * @param pck PCK@0.2 on the validation set, per cent
 * @param gradients by layer, input to output, where the study observes them
 * @param weights by layer, input to output, where the study observes them
 */
public record EpochResult(List<Double> losses, double pck, List<LayerGradients> gradients, List<LayerWeights> weights) {

    public EpochResult {
        losses = List.copyOf(losses);
        gradients = List.copyOf(gradients);
        weights = List.copyOf(weights);
    }
}
