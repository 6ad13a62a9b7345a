package pose.app.slice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import pose.app.UserMistake;
import pose.app.slice.SliceBound.FrameId;
import pose.app.slice.SliceBound.Moment;
import pose.app.slice.SliceBound.Place;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Topic;
import pose.schema.Topics;

/** Finds the bounds of slices on a topic. */
final class EdgeSearch {

    private static final Duration POLL = Duration.ofMillis(500);

    /** A camera's own clock may be behind the one that its epoch was read from. */
    private static final long CLOCK_SLACK_MILLIS = 60_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Topic<String, Frame> topic;
    private final Map<TopicPartition, Long> ends;

    EdgeSearch(Consumer<byte[], byte[]> consumer, Topic<String, Frame> topic, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.topic = topic;
        this.ends = ends;
    }

    /**
     * Finds one.
     *
     * @param option names it in messages
     * @param end whether a slice ends there: then a frame that it names is still part of it
     * @throws UserMistake where it names a frame that is not there
     */
    Edge find(String option, SliceBound bound, boolean end) {
        if (bound instanceof Moment moment) {
            return new Edge(moment.timeUs(), Optional.empty());
        }
        ConsumerRecord<byte[], byte[]> record =
                bound instanceof Place place ? at(option, place) : named(option, (FrameId) bound);
        Frame frame =
                frame(record).orElseThrow(() -> new UserMistake(option + " " + bound + ": what is there is no frame"));
        return new Edge(
                frame.getCaptureTimeUs() + (end ? 1 : 0),
                Optional.of(new Edge.Anchor(
                        frame.getCamera(), new TopicPartition(record.topic(), record.partition()), record.offset())));
    }

    private ConsumerRecord<byte[], byte[]> at(String option, Place place) {
        TopicPartition partition = new TopicPartition(topic.name(), place.partition());
        Long last = ends.get(partition);
        if (last == null) {
            throw new UserMistake(
                    option + " " + place + ": topic " + topic.name() + " has the partitions 0 to " + (ends.size() - 1));
        }
        long first = beginning(partition);
        if (place.offset() < first || place.offset() >= last) {
            throw new UserMistake(option + " " + place + ": partition " + place.partition() + " of topic "
                    + topic.name()
                    + (first == last ? " is empty" : " has the offsets " + first + " to " + (last - 1)));
        }
        return scan(partition, place.offset(), last, record -> true)
                .orElseThrow(() -> new UserMistake(option + " " + place + ": no record is there any more"));
    }

    private ConsumerRecord<byte[], byte[]> named(String option, FrameId id) {
        TopicPartition partition = topic.partitionOf(id.camera(), ends.size());
        byte[] key = id.camera().getBytes(StandardCharsets.UTF_8);
        Predicate<ConsumerRecord<byte[], byte[]>> wanted = record -> Arrays.equals(record.key(), key)
                && frame(record)
                        .filter(frame -> frame.getEpoch() == id.epoch() && frame.getSequence() == id.sequence())
                        .isPresent();
        long last = ends.getOrDefault(partition, 0L);
        // Frames of an epoch are taken after it began; only where clocks differ by much is all the rest looked through.
        long likely =
                firstSince(partition, id.epoch() / 1000 - CLOCK_SLACK_MILLIS).orElse(last);
        return scan(partition, likely, last, wanted)
                .or(() -> scan(partition, beginning(partition), likely, wanted))
                .orElseThrow(() -> new UserMistake(option + " " + id + ": no such frame is on topic " + topic.name()
                        + "; it may never have been there, or be older than the topic keeps frames"));
    }

    private Optional<Long> firstSince(TopicPartition partition, long millis) {
        return Optional.ofNullable(consumer.offsetsForTimes(Map.of(partition, Math.max(0, millis)))
                        .get(partition))
                .map(OffsetAndTimestamp::offset);
    }

    private long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> scan(
            TopicPartition partition, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() >= to) {
                    return Optional.empty();
                }
                if (wanted.test(record)) {
                    return Optional.of(record);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Frame> frame(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(
                    Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value()));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }
}
