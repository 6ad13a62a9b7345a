package pose.channel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.schema.Activation;

/**
 * A record of the log that is well formed.
 *
 * @param value null where the channel is gone
 */
record ChannelRecord(String key, @Nullable Activation value, long offset) {

    /** What a channel points to since; empty where it points to nothing since, or the record is of no channel. */
    Optional<Active> activation() {
        return value == null || RetiredKey.parse(key).isPresent()
                ? Optional.empty()
                : Optional.of(new Active(Channel.parse(key), value, offset));
    }
}
