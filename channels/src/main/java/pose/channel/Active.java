package pose.channel;

import pose.cpm.VersionId;
import pose.schema.Activation;

/**
 * What a channel points to.
 *
 * @param record as it stands on the topic
 * @param offset where: a later one takes its place
 */
public record Active(Channel channel, Activation record, long offset) {

    public VersionId version() {
        return new VersionId(record.getName(), record.getVersion());
    }
}
