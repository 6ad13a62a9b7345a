package pose.channel;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import pose.cpm.VersionId;
import pose.schema.Activation;

/**
 * Every channel at one moment.
 *
 * @param channels what each points to, by channel
 * @param retired versions that nobody may activate any more, with the record that says so
 */
public record ChannelState(SortedMap<Channel, Active> channels, Map<VersionId, Activation> retired) {

    /** Before anything was activated. */
    public static final ChannelState EMPTY = new ChannelState(Collections.emptySortedMap(), Map.of());

    public ChannelState {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        retired = Map.copyOf(retired);
    }

    /** What the channel points to; empty where it points to nothing. */
    public Optional<Active> active(Channel channel) {
        return Optional.ofNullable(channels.get(channel));
    }

    public boolean isRetired(VersionId version) {
        return retired.containsKey(version);
    }

    /** The versions that a channel points to or can be rolled back to. */
    public Set<VersionId> named() {
        Set<VersionId> named = new HashSet<>();
        channels.forEach((channel, active) -> {
            named.add(active.version());
            active.record().getHistory().forEach(version -> named.add(channel.version(version)));
        });
        return named;
    }

    /** The names of the channels that point to a version. */
    public List<String> channelsOf(VersionId version) {
        return channels.values().stream()
                .filter(active -> active.version().equals(version))
                .map(active -> active.channel().name())
                .toList();
    }
}
