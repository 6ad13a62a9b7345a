package pose.stream.weights;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;

/** Tells each of several listeners in turn. */
public record WeightsListeners(List<WeightsListener> all) implements WeightsListener {

    public WeightsListeners {
        all = List.copyOf(all);
    }

    @Override
    public void serving(Channel channel, WeightsRef version, Duration took, String detail) {
        all.forEach(listener -> listener.serving(channel, version, took, detail));
    }

    @Override
    public void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {
        all.forEach(listener -> listener.refused(channel, version, reason, detail));
    }

    @Override
    public void storeUnreachable(Channel channel, VersionId version, String detail) {
        all.forEach(listener -> listener.storeUnreachable(channel, version, detail));
    }

    @Override
    public void storeBack(Channel channel, VersionId version) {
        all.forEach(listener -> listener.storeBack(channel, version));
    }

    @Override
    public void waiting(String reason) {
        all.forEach(listener -> listener.waiting(reason));
    }

    @Override
    public void candidate(Optional<WeightsRef> version) {
        all.forEach(listener -> listener.candidate(version));
    }

    @Override
    public void channelsUnreadable(String detail) {
        all.forEach(listener -> listener.channelsUnreadable(detail));
    }
}
