package pose.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import pose.channel.Decision.Step;
import pose.cpm.VersionId;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.Trial;
import pose.schema.WeightsEventKind;

/** Makes the records that change a channel, and the events that tell of them. */
final class Steps {

    private final Clock clock;

    /** @param clock for when something was changed */
    Steps(Clock clock) {
        this.clock = clock;
    }

    /** A channel points to a version. */
    Step activation(
            Channel channel,
            PinnedVersion version,
            ActivationKind kind,
            Signature signature,
            List<String> history,
            Optional<Trial> trial) {
        long at = micros();
        Activation record = new Activation(
                channel.model(),
                channel.name(),
                version.id().version(),
                version.sha256(),
                version.manifestSha256(),
                at,
                signature.by(),
                signature.why(),
                kind,
                history,
                trial.orElse(null));
        return new Step(channel.key(), record, Told.activation(record));
    }

    /** A channel points to nothing. */
    Step removal(Active before, Signature signature) {
        Channel channel = before.channel();
        return new Step(
                channel.key(),
                null,
                Told.event(
                        micros(),
                        signature,
                        channel.name(),
                        before.version(),
                        WeightsEventKind.ROLLED_BACK,
                        channel + " points to nothing"));
    }

    /** A version is gone. */
    Step retirement(VersionId version, Signature signature) {
        long at = micros();
        Activation record = new Activation(
                version.name(),
                RetiredKey.channel(version),
                version.version(),
                "",
                "",
                at,
                signature.by(),
                signature.why(),
                ActivationKind.RETIRED,
                List.of(),
                null);
        return new Step(
                RetiredKey.of(version),
                record,
                Told.event(at, signature, "", version, WeightsEventKind.RETIRED, "deleted from the store"));
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
