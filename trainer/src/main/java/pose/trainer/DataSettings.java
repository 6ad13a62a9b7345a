package pose.trainer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.skeleton.Skeleton;

/**
 * Where an experiment's samples come from; see {@code defaults.yaml}. Data sets are named as on the command line, see
 * {@link pose.trainer.data.DataSets}.
 *
 * @param training names of what is learnt from, one behind the other; at least one
 * @param validation name of what each epoch is judged on
 * @param skeleton whose parts the network learns; data sets of another are converted
 * @param leastParts labelled parts a person needs to be trained on, at least 1
 * @param exclude file of labels that training leaves out, see {@link pose.trainer.data.ExcludeList}
 */
public record DataSettings(
        List<String> training,
        @Nullable String validation,
        String skeleton,
        int leastParts,
        @Nullable String exclude) {

    public DataSettings {
        training = List.copyOf(training);
        require(!training.isEmpty(), "data.training", "empty", "at least one data set, e.g. [\"lspet:DIR\"]");
        require(validation != null && !validation.isBlank(), "data.validation", "empty", "a data set, e.g. lspet:DIR");
        require(Skeleton.named(skeleton).isPresent(), "data.skeleton", skeleton, Skeleton.names());
        require(leastParts >= 1, "data.leastParts", leastParts, "at least 1");
    }

    private static void require(boolean good, String key, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + allowed);
        }
    }

    /** The skeleton of the network and of every sample. */
    public Skeleton toSkeleton() {
        return Skeleton.named(skeleton).orElseThrow();
    }
}
