package pose.stream.weights;

import java.nio.file.Path;
import pose.channel.Channel;
import pose.stream.ModelLoader;

/**
 * What a stream follows, and how.
 *
 * @param serving names the version that is to serve
 * @param trying names the version that is to be tried; of the same model
 * @param source where versions come from
 * @param loader how they are loaded
 * @param rules what they must be able to do
 * @param memory folder for a record of which version loaded last; instances may share it
 */
public record FollowSettings(
        Channel serving, Channel trying, VersionSource source, ModelLoader loader, WarmUpRules rules, Path memory) {

    public FollowSettings {
        if (!serving.model().equals(trying.model())) {
            throw new IllegalArgumentException(
                    "serving is " + serving + " and trying is " + trying + "; both must be channels of the same model");
        }
        if (serving.equals(trying)) {
            throw new IllegalArgumentException(
                    "serving and trying are both " + serving + "; they must be two channels");
        }
    }
}
