package pose.channel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pose.cpm.VersionId;
import pose.schema.Activation;

/**
 * What a channel points to.
 *
 * @param record as it is on the log
 * @param offset of the record: another one after every change
 */
public record Active(Channel channel, Activation record, long offset) {

    public VersionId version() {
        return channel.version(record.getVersion());
    }

    /** The version with the checksums that whoever chose it saw. */
    public PinnedVersion pinned() {
        return new PinnedVersion(version(), record.getSha256(), record.getManifestSha256());
    }

    /** Since when, by the clock of whoever chose it. */
    public Instant since() {
        return Instant.EPOCH.plus(record.getAtUs(), ChronoUnit.MICROS);
    }
}
