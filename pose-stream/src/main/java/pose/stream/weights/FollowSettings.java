package pose.stream.weights;

import java.nio.file.Path;
import java.util.Optional;
import pose.channel.Channel;
import pose.cpm.WeightsVersion;
import pose.stream.LoadedVersion;
import pose.stream.VersionLoading;

/**
 * What a stream follows, and how.
 *
 * @param serving names the version that is to serve
 * @param trying names the version that is to be tried, of the same model; empty where none ever is
 * @param source where versions come from
 * @param loading how they are loaded
 * @param rules what they must be able to do
 * @param bundled the version that comes with pose, for where no channel was ever changed; empty where none does
 * @param memory folder for a record of which version loaded last; instances may share it
 */
public record FollowSettings<L extends LoadedVersion>(
        Channel serving,
        Optional<Channel> trying,
        VersionSource source,
        VersionLoading<L> loading,
        WarmUpRules rules,
        Optional<WeightsVersion> bundled,
        Path memory) {

    public FollowSettings {
        trying.ifPresent(other -> check(serving, other));
    }

    private static void check(Channel serving, Channel trying) {
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
