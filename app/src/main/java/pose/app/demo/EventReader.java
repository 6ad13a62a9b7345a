package pose.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.judge.LiveJudge;
import pose.schema.DeadLetterHeaders;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.schema.Truth;

/**
 * Reads what a demo's stream writes, each frame's event once and in order, and counts what it could not process. An event
 * that comes a second time, as at-least-once allows, is left out.
 */
final class EventReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final int PARTITION = 0;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Consumer<PoseFrame>> sinks;
    private final SyntheticPck accuracy = new SyntheticPck();
    private final LiveJudge judge = new LiveJudge();
    private long nextSequence;
    private long poses;
    private long deadLetters;

    /** @param sinks are given every event, one after the other */
    EventReader(Properties kafka, List<Consumer<PoseFrame>> sinks) {
        this.sinks = List.copyOf(sinks);
        consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(
                new TopicPartition(Topics.KEYPOINTS.name(), PARTITION),
                new TopicPartition(Topics.DLQ.name(), PARTITION)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Waits for events, at most this long. */
    void poll(Duration patience) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            if (record.topic().equals(Topics.DLQ.name())) {
                deadLetter(record);
            } else {
                event(record);
            }
        }
    }

    long poses() {
        return poses;
    }

    long deadLetters() {
        return deadLetters;
    }

    SyntheticPck accuracy() {
        return accuracy;
    }

    LiveJudge judge() {
        return judge;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void event(ConsumerRecord<byte[], byte[]> record) {
        PoseFrame event = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        if (event.getSequence() < nextSequence) {
            return;
        }
        nextSequence = event.getSequence() + 1;
        poses++;
        Header truth = record.headers().lastHeader(Topics.TRUTH_HEADER);
        if (truth != null) {
            Truth decoded = Topics.TRUTH_SERDE.decode(truth.value());
            accuracy.add(event, decoded);
            judge.add(event, decoded);
        }
        sinks.forEach(sink -> sink.accept(event));
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record) {
        deadLetters++;
        Header reason = record.headers().lastHeader(DeadLetterHeaders.REASON);
        LOG.warn(
                "a frame could not be processed: {}",
                reason == null ? "no reason given" : new String(reason.value(), StandardCharsets.UTF_8));
    }
}
