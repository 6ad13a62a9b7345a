package pose.trainer.experiment;

/**
 * What a network is and what its training took.
 *
 * @param parameters weights and biases, normalisation folded in
 * @param multiplyAdds of one picture
 * @param receptiveField side in input pixels of what one value of the last stage's output depends on
 * @param steps of training
 * @param pictures learnt from, repeats counted
 * @param seconds of training and judging
 */
public record Facts(
        long parameters, long multiplyAdds, int receptiveField, long steps, long pictures, double seconds) {}
