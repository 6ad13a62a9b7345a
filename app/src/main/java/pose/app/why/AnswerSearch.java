package pose.app.why;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import pose.app.kafka.Cluster;
import pose.app.record.FrameEvents;
import pose.app.slice.KeyedRecords;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.DeadLetterHeaders;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.MalformedRecordException;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;

/** Looks for what became of a frame: among the pose events, the gaps and the dead letters of its camera. */
final class AnswerSearch {

    /** Dead letters have the key of the frame they were: its camera. */
    private static final Topic<String, byte[]> LETTERS =
            new Topic<>(Topics.DLQ.name(), Serdes.String(), Topics.DLQ.valueSerde(), Topics.DLQ.configs());

    private final Cluster cluster;
    private final Topic<String, PoseFrame> events;
    private final Consumer<String> problems;

    /** @param problems is told, in one line each, of records that are not what their topic holds */
    AnswerSearch(Cluster cluster, Topic<String, PoseFrame> events, Consumer<String> problems) {
        this.cluster = cluster;
        this.events = events;
        this.problems = problems;
    }

    /**
     * Looks for it.
     *
     * @param sinceMillis no record that says anything of the frame is older
     */
    Answer find(FrameId id, long sinceMillis) {
        return first(events, id, sinceMillis, record -> posed(id, record))
                .or(() -> first(Topics.GAPS, id, sinceMillis, record -> missing(id, record)))
                .or(() -> first(LETTERS, id, sinceMillis, record -> buried(id, record)))
                .orElseGet(Answer.None::new);
    }

    private Optional<Answer> first(
            Topic<String, ?> topic,
            FrameId id,
            long sinceMillis,
            Function<ConsumerRecord<byte[], byte[]>, Optional<Answer>> look) {
        try (KeyedRecords records = KeyedRecords.open(cluster, topic, id.camera(), sinceMillis)) {
            for (Optional<ConsumerRecord<byte[], byte[]>> record = records.next();
                    record.isPresent();
                    record = records.next()) {
                Optional<Answer> answer = look.apply(record.get());
                if (answer.isPresent()) {
                    return answer.filter(found -> !(found instanceof Answer.None));
                }
            }
        }
        return Optional.empty();
    }

    /** A camera's events of one epoch come in the order of their sequences: where a later one comes, there is none. */
    private Optional<Answer> posed(FrameId id, ConsumerRecord<byte[], byte[]> record) {
        Optional<PoseFrame> event = FrameEvents.decode(record, problems).filter(seen -> seen.getEpoch() == id.epoch());
        if (event.isEmpty() || event.get().getSequence() < id.sequence()) {
            return Optional.empty();
        }
        return Optional.of(
                event.get().getSequence() == id.sequence()
                        ? new Answer.Posed(event.get(), RecordPlace.of(record))
                        : new Answer.None());
    }

    private Optional<Answer> missing(FrameId id, ConsumerRecord<byte[], byte[]> record) {
        try {
            Gap gap = Topics.GAPS.valueSerde().deserializer().deserialize(record.topic(), record.value());
            long into = id.sequence() - gap.getFirstSequence();
            return gap.getEpoch() == id.epoch() && into >= 0 && into < gap.getCount()
                    ? Optional.of(new Answer.Missing(gap, RecordPlace.of(record)))
                    : Optional.empty();
        } catch (MalformedRecordException e) {
            problems.accept("left out " + RecordPlace.of(record) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What is no frame at all has no id, and cannot be found by one. */
    private static Optional<Answer> buried(FrameId id, ConsumerRecord<byte[], byte[]> record) {
        try {
            Frame frame = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            if (frame == null || frame.getEpoch() != id.epoch() || frame.getSequence() != id.sequence()) {
                return Optional.empty();
            }
            RecordPlace origin = new RecordPlace(
                    header(record, DeadLetterHeaders.TOPIC),
                    Integer.parseInt(header(record, DeadLetterHeaders.PARTITION)),
                    Long.parseLong(header(record, DeadLetterHeaders.OFFSET)));
            return Optional.of(
                    new Answer.Buried(header(record, DeadLetterHeaders.REASON), RecordPlace.of(record), origin));
        } catch (MalformedRecordException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
