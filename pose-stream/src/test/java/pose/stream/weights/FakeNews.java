package pose.stream.weights;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelState;

/** Channels in memory. */
final class FakeNews implements ChannelNews {

    private final TreeMap<Channel, Active> channels =
            new TreeMap<>((a, b) -> a.key().compareTo(b.key()));

    void point(Active record) {
        channels.put(record.channel(), record);
    }

    void remove(Channel channel) {
        channels.remove(channel);
    }

    @Override
    public ChannelState await(Duration longest) {
        return new ChannelState(new TreeMap<>(channels), Map.of());
    }

    @Override
    public void wakeUp() {}
}
