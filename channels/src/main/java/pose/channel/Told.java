package pose.channel;

import java.util.Map;
import pose.cpm.VersionId;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/** The events that tell of a change. */
final class Told {

    private Told() {}

    static WeightsEvent activation(Activation record) {
        WeightsEventKind kind = record.getKind() == ActivationKind.ROLLED_BACK
                ? WeightsEventKind.ROLLED_BACK
                : WeightsEventKind.ACTIVATED;
        return new WeightsEvent(
                record.getAtUs(),
                record.getBy(),
                record.getName(),
                record.getChannel(),
                record.getVersion(),
                kind,
                Words.of(record),
                Map.of());
    }

    static WeightsEvent event(
            long atUs, Signature signature, String channel, VersionId version, WeightsEventKind kind, String what) {
        String why = signature.why().isEmpty() ? "" : ": " + signature.why();
        return new WeightsEvent(
                atUs,
                signature.by(),
                version.name(),
                channel,
                version.version(),
                kind,
                what + " by " + signature.by() + why,
                Map.of());
    }
}
