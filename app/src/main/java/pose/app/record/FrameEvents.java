package pose.app.record;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Original;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/**
 * Finds the events of a camera's frames, both read once, in their order. An event that comes a second time, as at-least-once
 * allows, is left out.
 */
public final class FrameEvents {

    private final Supplier<Optional<PoseFrame>> events;
    private final boolean replayed;
    private @Nullable PoseFrame head;
    private boolean ended;

    /**
     * @param events one camera's, in the order of its frames
     * @param replayed whether they are of a replay of the frames, so that their originals are the frames' ids
     */
    public FrameEvents(Supplier<Optional<PoseFrame>> events, boolean replayed) {
        this.events = events;
        this.replayed = replayed;
    }

    /** The event of the next frame; empty where it has none. */
    public Optional<PoseFrame> of(Frame frame) {
        return of(frame.getEpoch(), frame.getSequence());
    }

    /** As {@link #of(Frame)}, of the camera's frame with this id. */
    public Optional<PoseFrame> of(long frameEpoch, long frameSequence) {
        for (PoseFrame event = head(); event != null; event = head()) {
            int order = compare(event, frameEpoch, frameSequence);
            if (order > 0) {
                return Optional.empty();
            }
            head = null;
            if (order == 0) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private @Nullable PoseFrame head() {
        if (head == null && !ended) {
            head = events.get().orElse(null);
            ended = head == null;
        }
        return head;
    }

    /** Epochs are times: a later run's is greater. */
    private int compare(PoseFrame event, long frameEpoch, long frameSequence) {
        Original original = event.getOriginal();
        // One that kept its frame's id, though that was a replayed one, is known by it.
        boolean byOriginal = replayed && original != null && event.getEpoch() != frameEpoch;
        long epoch = byOriginal ? original.getEpoch() : event.getEpoch();
        long sequence = byOriginal ? original.getSequence() : event.getSequence();
        return epoch == frameEpoch ? Long.compare(sequence, frameSequence) : Long.compare(epoch, frameEpoch);
    }

    /**
     * The event in a record; empty where it is none.
     *
     * @param problems is told of it then, in one line
     */
    public static Optional<PoseFrame> decode(ConsumerRecord<byte[], byte[]> record, Consumer<String> problems) {
        try {
            return Optional.ofNullable(
                    Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value()));
        } catch (MalformedRecordException e) {
            problems.accept("left out " + record.topic() + " partition " + record.partition() + " offset "
                    + record.offset() + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
