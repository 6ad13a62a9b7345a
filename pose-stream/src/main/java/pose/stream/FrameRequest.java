package pose.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Topics;

/**
 * A frame to look at.
 *
 * @param located where people are in it; empty where nobody said so
 */
public record FrameRequest(Frame frame, Optional<Located> located) {

    private static final Deserializer<Frame> FRAMES = Topics.FRAMES.valueSerde().deserializer();

    /** One of which nobody said where people are. */
    public FrameRequest(Frame frame) {
        this(frame, Optional.empty());
    }

    /** The same frame, where people are there. */
    public FrameRequest with(Located people) {
        return new FrameRequest(frame, Optional.of(people));
    }

    /**
     * Reads the value of a record on {@link Topics#FRAMES}.
     *
     * @throws MalformedRecordException where it is no frame
     */
    static FrameRequest decode(byte @Nullable [] value) {
        if (value == null) {
            throw new MalformedRecordException("no Frame: the record has no value");
        }
        return new FrameRequest(FRAMES.deserialize(Topics.FRAMES.name(), value));
    }

    /** The encoded picture, not a copy where the frame is on the heap: not to be changed. */
    public byte[] image() {
        ByteBuffer image = frame.getImage().duplicate();
        if (image.hasArray()
                && image.arrayOffset() + image.position() == 0
                && image.array().length == image.remaining()) {
            return image.array();
        }
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        return bytes;
    }

    /** How much memory waiting costs: the length of the encoded picture. */
    public int bytes() {
        return frame.getImage().remaining();
    }
}
