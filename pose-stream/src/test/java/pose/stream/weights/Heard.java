package pose.stream.weights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;

/** Writes down what it hears, a line each. */
final class Heard implements WeightsListener {

    final List<String> lines = new ArrayList<>();

    @Override
    public void serving(Channel channel, WeightsRef version, Duration took, String detail) {
        lines.add("serving " + version.getVersion());
    }

    @Override
    public void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {
        lines.add("refused " + version.version() + " " + reason);
    }

    @Override
    public void storeUnreachable(Channel channel, VersionId version, String detail) {
        lines.add("unreachable");
    }

    @Override
    public void storeBack(Channel channel, VersionId version) {
        lines.add("back");
    }

    @Override
    public void waiting(String reason) {
        lines.add("waiting " + reason);
    }

    @Override
    public void candidate(Optional<WeightsRef> version) {
        lines.add("candidate " + version.map(WeightsRef::getVersion).orElse("none"));
    }
}
