package pose.stream.weights;

import java.util.Optional;
import pose.channel.Channel;
import pose.stream.LoadedVersion;

/**
 * What a stream follows, and how it loads what it finds there.
 *
 * @param serving names the version that is to serve
 * @param news what the channels point to
 * @param skeleton the one that the model's answers follow, as far as that is known before anything has loaded
 */
record Following<L extends LoadedVersion>(
        Channel serving,
        ChannelNews news,
        VersionLoader<L> loader,
        LastGood lastGood,
        Optional<String> skeleton,
        WeightsListener listener) {}
