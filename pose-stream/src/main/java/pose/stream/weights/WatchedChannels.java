package pose.stream.weights;

import java.time.Duration;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.channel.ChannelWatch;

/** The channels on Kafka. */
final class WatchedChannels implements ChannelNews, AutoCloseable {

    private final ChannelWatch watch;
    private boolean started;

    WatchedChannels(ChannelWatch watch) {
        this.watch = watch;
    }

    @Override
    public ChannelState await(Duration longest) throws ChannelException {
        if (!started) {
            ChannelState state = watch.start();
            started = true;
            return state;
        }
        var unused = watch.poll(longest);
        return watch.state();
    }

    @Override
    public void wakeUp() {
        watch.wakeUp();
    }

    @Override
    public void close() {
        watch.close();
    }
}
