package pose.app.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.console.Durations;

/**
 * Notices when no broker answers any more, and when one does again; each is one line in the log. Judged by the bytes that
 * the stream's consumers have received: whoever is in a consumer group hears from a broker every few seconds, however little
 * there is to do.
 *
 * <p>Asked by one thread; {@link #away} by any.
 */
final class BrokerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);
    /** Several heartbeats, which are 3 s apart at most. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final StreamView stream;
    private final LongSupplier nanoTime;
    private double received;
    private boolean heardEver;
    private long heard;
    private long looked;
    private volatile boolean away;

    BrokerWatch(StreamView stream, LongSupplier nanoTime) {
        this.stream = stream;
        this.nanoTime = nanoTime;
        this.heard = nanoTime.getAsLong();
        this.looked = heard - BETWEEN_LOOKS;
    }

    /** Looks, where the last look is a second ago. */
    void look() {
        long now = nanoTime.getAsLong();
        if (now - looked < BETWEEN_LOOKS) {
            return;
        }
        looked = now;
        double soFar = received(stream.kafkaMetrics());
        if (soFar != received) {
            // Less than before where a thread and its consumer are gone: that is no sign of a broker.
            boolean more = soFar > received;
            received = soFar;
            if (more) {
                hear(now);
            }
        }
        if (heardEver && !away && now - heard >= PATIENCE) {
            away = true;
            LOG.warn("no broker has answered for {}; frames wait until one does", text(now - heard));
        }
    }

    private void hear(long now) {
        if (away) {
            LOG.info("a broker answers again after {}", text(now - heard));
        }
        away = false;
        heardEver = true;
        heard = now;
    }

    /** Whether no broker answers. */
    boolean away() {
        return away;
    }

    private static double received(Map<MetricName, ? extends Metric> metrics) {
        double bytes = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : metrics.entrySet()) {
            MetricName name = entry.getKey();
            if (name.name().equals("incoming-byte-total")
                    && name.group().equals("consumer-metrics")
                    && entry.getValue().metricValue() instanceof Double value) {
                bytes += value;
            }
        }
        return bytes;
    }

    private static String text(long nanos) {
        return Durations.text(Duration.ofNanos(nanos));
    }
}
