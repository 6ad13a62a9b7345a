package pose.channel;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Follows what channels point to: first the state as of now, then every change in its order. A broker that goes away and comes
 * back is waited for. One thread at a time, but for {@link #wakeUp}.
 */
public final class ChannelWatch implements AutoCloseable {

    private static final Duration LONGEST_FETCH = Duration.ofMillis(500);

    private final ChannelLog log;

    private ChannelWatch(ChannelLog log) {
        this.log = log;
    }

    /**
     * Finds the log, and reads nothing yet.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param problems is told, in one line each, of records that are left out because they are none of a channel's
     * @throws ChannelException where the topic is not there or not of one partition, or Kafka does not answer
     */
    public static ChannelWatch open(Properties kafka, Consumer<String> problems) throws ChannelException {
        return new ChannelWatch(ChannelLog.open(kafka, LONGEST_FETCH, problems));
    }

    /**
     * Reads to the log's end as it is now. May be called again after it failed.
     *
     * @throws ChannelException where the broker does not answer for some seconds
     */
    public ChannelState start() throws ChannelException {
        try {
            log.readToEnd(record -> {});
            return log.state();
        } catch (KafkaException e) {
            throw ChannelLog.unreadable(e);
        }
    }

    /**
     * Waits for changes. Where one channel changed several times, each change is told. A channel that was removed is not among
     * them: it is missing in {@link #state} from then on.
     *
     * @param longest to wait where nothing changes, or while the broker is away
     * @return the changes, oldest first; none where nothing changed, or somebody called {@link #wakeUp}
     * @throws ChannelException where the broker refuses; a later call may go on
     */
    public List<Active> poll(Duration longest) throws ChannelException {
        try {
            return log.poll(longest).stream()
                    .flatMap(record -> record.activation().stream())
                    .toList();
        } catch (KafkaException e) {
            throw ChannelLog.unreadable(e);
        }
    }

    /** Every channel after the changes that {@link #poll} told last. */
    public ChannelState state() {
        return log.state();
    }

    /** Makes a {@link #poll} that waits return at once, or else the next one. May be called by any thread. */
    public void wakeUp() {
        log.wakeUp();
    }

    @Override
    public void close() {
        log.close();
    }
}
