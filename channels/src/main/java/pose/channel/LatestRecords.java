package pose.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pose.cpm.VersionId;
import pose.schema.Activation;

/** The log, compacted: what the latest record of each key says. */
final class LatestRecords {

    private final TreeMap<Channel, Active> channels = new TreeMap<>();
    private final Map<VersionId, Activation> retired = new HashMap<>();

    ChannelState state() {
        return new ChannelState(channels, retired);
    }

    /**
     * Adds the log's next record.
     *
     * @throws IllegalArgumentException where key and value do not belong together, or are none of a channel's
     */
    void add(ChannelRecord record) {
        Optional<VersionId> gone = RetiredKey.parse(record.key());
        if (gone.isPresent()) {
            put(retired, gone.get(), record.value());
        } else {
            Channel channel = Channel.parse(record.key());
            put(channels, channel, record.value() == null ? null : active(channel, record.value(), record.offset()));
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static Active active(Channel channel, Activation record, long offset) {
        if (!record.getName().equals(channel.model()) || !record.getChannel().equals(channel.name())) {
            throw new IllegalArgumentException(
                    "key '" + channel + "' over a record of '" + record.getName() + "/" + record.getChannel() + "'");
        }
        channel.version(record.getVersion());
        record.getHistory().forEach(channel::version);
        return new Active(channel, record, offset);
    }
}
