package pose.stream.weights;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import pose.channel.Channel;
import pose.channel.WeightsEvents;
import pose.cpm.VersionId;
import pose.schema.WeightsEventKind;
import pose.schema.WeightsRef;

/** Tells everybody, on pose.weights.events.v1, which version this stream serves with and which it refuses. */
public final class ToldOnTopic implements WeightsListener {

    private final WeightsEvents events;

    /** @param events stays the caller's to close */
    public ToldOnTopic(WeightsEvents events) {
        this.events = events;
    }

    @Override
    public void serving(Channel channel, WeightsRef version, Duration took, String detail) {
        events.tell(
                WeightsEventKind.SERVING,
                channel,
                version.getVersion(),
                detail,
                Map.of("loading_seconds", took.toNanos() / 1e9));
    }

    @Override
    public void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {
        String why = reason.name().toLowerCase(Locale.ROOT) + ": " + detail;
        events.tell(WeightsEventKind.REFUSED, channel, version.version(), why, Map.of());
    }

    @Override
    public void storeUnreachable(Channel channel, VersionId version, String detail) {
        events.tell(WeightsEventKind.STORE_UNREACHABLE, channel, version.version(), detail, Map.of());
    }

    @Override
    public void storeBack(Channel channel, VersionId version) {
        events.tell(WeightsEventKind.STORE_BACK, channel, version.version(), "", Map.of());
    }
}
