package pose.app.slice;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pose.app.slice.SliceBound.Place;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Topics;

/** One camera's frames of a slice, one by one in their order. One thread at a time, but for {@link #stop}. */
public final class CameraFrames implements AutoCloseable {

    private final KeyedRecords records;
    private final CameraRange range;
    private final Consumer<String> problems;
    private boolean ended;

    /** Takes the records over. */
    CameraFrames(KeyedRecords records, CameraRange range, Consumer<String> problems) {
        this.records = records;
        this.range = range;
        this.problems = problems;
        range.from()
                .ifPresent(edge -> edge.anchorOf(range.camera())
                        .ifPresentOrElse(
                                first -> records.seekToOffset(first.offset()),
                                () -> records.seekToTime(Math.floorDiv(edge.timeUs(), 1000))));
    }

    /** Goes on after this offset, which is within the slice, as if all before had been handed out. */
    void resumeAfter(long offset) {
        range.begin();
        records.seekToOffset(offset + 1);
    }

    /** The next frame; empty at the slice's end, and where someone asked to {@link #stop}. Waits while Kafka is slow. */
    public Optional<FoundFrame> next() {
        while (!ended) {
            Optional<ConsumerRecord<byte[], byte[]>> record = records.next();
            if (record.isEmpty()) {
                ended = true;
                break;
            }
            Optional<FoundFrame> frame = decode(record.get());
            if (frame.isPresent()) {
                switch (range.next(frame.get().frame(), record.get().offset())) {
                    case BEFORE -> {}
                    case WITHIN -> {
                        return frame;
                    }
                    case BEYOND -> ended = true;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<FoundFrame> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            Frame frame = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            return Optional.ofNullable(frame)
                    .map(found ->
                            new FoundFrame(found, new Place(record.partition(), record.offset()), record.headers()));
        } catch (MalformedRecordException e) {
            problems.accept("left out " + record.topic() + " partition " + record.partition() + " offset "
                    + record.offset() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Makes a {@link #next} that waits return at once, or else the next one. Safe from any thread. */
    public void stop() {
        records.stop();
    }

    @Override
    public void close() {
        records.close();
    }
}
