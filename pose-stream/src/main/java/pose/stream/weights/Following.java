package pose.stream.weights;

import java.util.Optional;
import pose.channel.Channel;

/**
 * What a stream follows, and how it loads what it finds there.
 *
 * @param serving names the version that is to serve
 * @param trying names the version that is to be tried
 * @param news what the channels point to
 * @param skeleton the one that the model's poses follow, as far as that is known before anything has loaded
 */
record Following(
        Channel serving,
        Channel trying,
        ChannelNews news,
        VersionLoader loader,
        LastGood lastGood,
        Optional<String> skeleton,
        WeightsListener listener) {}
