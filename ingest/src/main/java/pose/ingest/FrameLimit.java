package pose.ingest;

import java.util.Properties;

/**
 * The largest record that a frame may make, and who says so.
 *
 * @param bytes above 0
 * @param name the limit's name, e.g. {@code max.message.bytes of topic pose.frames.v1}
 */
public record FrameLimit(int bytes, String name) {

    /** What a record has beside its JPEG: the other fields, key, batch and headers, sixteen people's truth included. */
    public static final int RECORD_OVERHEAD_BYTES = 8 * 1024;

    public FrameLimit {
        if (bytes < 1) {
            throw new IllegalArgumentException(name + " is " + bytes + "; it must be above 0");
        }
    }

    /**
     * The limit of a topic's brokers and of the user's own settings, whichever is lower.
     *
     * @param kafka client settings with {@code bootstrap.servers}
     * @throws IngestException where no broker answers in time, or the topic is not there
     */
    public static FrameLimit of(Properties kafka, String topic, PublisherOptions options) throws IngestException {
        return ProducerSettings.limit(kafka, new Kafka(kafka, options.connectTimeout()).frameLimit(topic));
    }

    FrameLimit orLower(FrameLimit other) {
        return other.bytes < bytes ? other : this;
    }

    /** Refuses a source whose frames may get too large, before the first of them is sent. */
    public void check(SourceFormat format) throws IngestException {
        long needed = (long) format.largestFrameBytes() + RECORD_OVERHEAD_BYTES;
        if (needed > bytes) {
            throw new IngestException("frames of " + format.width() + "×" + format.height() + " can take up to "
                    + needed + " bytes at this quality, over the " + bytes + " bytes that " + name + " allows; "
                    + remedy());
        }
    }

    /** Refuses a frame that is too large all the same, rather than have it refused on its way. */
    void check(CapturedFrame frame, long sequence) throws IngestException {
        long needed = (long) frame.jpeg().length + RECORD_OVERHEAD_BYTES;
        if (needed > bytes) {
            throw new IngestException("frame " + sequence + " (" + frame.width() + "×" + frame.height() + ") takes "
                    + needed + " bytes, over the " + bytes + " bytes that " + name + " allows; " + remedy());
        }
    }

    private String remedy() {
        return "use a smaller --width or a lower --quality, or raise that limit";
    }
}
