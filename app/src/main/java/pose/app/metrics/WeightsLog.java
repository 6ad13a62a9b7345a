package pose.app.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;
import pose.stream.weights.RefusalReason;
import pose.stream.weights.WeightsListener;

/** Writes a line for each version of one network that comes, goes, or is not to be had. */
final class WeightsLog implements WeightsListener {

    private static final Logger LOG = LoggerFactory.getLogger(WeightsLog.class);

    private final String does;
    private final String what;

    private WeightsLog(String does, String what) {
        this.does = does;
        this.what = what;
    }

    /** Of networks of poses. */
    static WeightsLog poses() {
        return new WeightsLog("looks at the frames", "weights");
    }

    /** Of locators. */
    static WeightsLog locators() {
        return new WeightsLog("says where people are", "locators");
    }

    @Override
    public void serving(Channel channel, WeightsRef version, Duration took, String detail) {
        String loaded = took.isZero() ? "" : String.format(Locale.ROOT, ", loaded in %.2f s", took.toNanos() / 1e9);
        LOG.info("{} {} from here on ({}{})", name(version), does, detail.isEmpty() ? channel : detail, loaded);
    }

    @Override
    public void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {
        LOG.warn(
                "{} of {} is refused ({}): {}",
                version,
                channel,
                reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                detail);
    }

    @Override
    public void storeUnreachable(Channel channel, VersionId version, String detail) {
        LOG.warn("{} of {} cannot be had, and is asked for again: {}", version, channel, detail);
    }

    @Override
    public void storeBack(Channel channel, VersionId version) {
        LOG.info("the weights store answers again");
    }

    @Override
    public void waiting(String reason) {
        LOG.warn("there are no {} to begin with yet: {}", what, reason);
    }

    @Override
    public void candidate(Optional<WeightsRef> version) {
        LOG.info("{}", version.map(v -> name(v) + " is loaded, to be tried").orElse("no version is tried any more"));
    }

    @Override
    public void channelsUnreadable(String detail) {
        LOG.warn("the {}' channels cannot be read; the version at work stays: {}", what, detail);
    }

    private static String name(WeightsRef version) {
        return version.getName() + "/" + version.getVersion();
    }
}
