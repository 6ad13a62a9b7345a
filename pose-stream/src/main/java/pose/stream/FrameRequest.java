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
 * @param picture where its decoded picture is kept, where it is
 */
public record FrameRequest(Frame frame, Optional<Located> located, KeptPicture picture) {

    private static final Deserializer<Frame> FRAMES = Topics.FRAMES.valueSerde().deserializer();

    /** One of which nobody said where people are, and whose picture is decoded for each who needs it. */
    public FrameRequest(Frame frame) {
        this(frame, Optional.empty());
    }

    /** One whose picture is decoded for each who needs it. */
    public FrameRequest(Frame frame, Optional<Located> located) {
        this(frame, located, KeptPicture.NEVER);
    }

    /** The same frame, once it is known where people are in it. */
    public FrameRequest with(Located people) {
        return new FrameRequest(frame, Optional.of(people), picture);
    }

    /** The same frame, whose picture stays decoded while there is room. */
    FrameRequest keptIn(PictureRoom room) {
        return new FrameRequest(frame, located, new KeptPicture(room));
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

    /** How many people are to be looked at: one where nobody said where they are. */
    public int people() {
        return located.map(people -> people.sightings().size()).orElse(1);
    }

    /** How much memory waiting costs: the length of the encoded picture. */
    public int bytes() {
        return frame.getImage().remaining();
    }
}
