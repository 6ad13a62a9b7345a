package pose.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import pose.schema.DeadLetterHeaders;
import pose.schema.MalformedRecordException;
import pose.schema.Topics;

/**
 * Turns one frame into one pose event, or into a dead letter. Nothing is in flight when {@link #process} returns: Kafka
 * Streams may commit the record at any moment after.
 */
final class PoseProcessor implements Processor<byte[], byte[], byte[], Object> {

    private static final int LONGEST_REASON = 1000;

    private final LookAhead lookAhead;
    private final StreamCounters counters;
    private ProcessorContext<byte[], Object> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    PoseProcessor(LookAhead lookAhead, StreamCounters counters) {
        this.lookAhead = lookAhead;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> polled) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        PendingFrame pending = lookAhead.take(new TopicPartition(origin.topic(), origin.partition()), origin.offset());
        if (pending == null) {
            try {
                pending = lookAhead.submit(FrameRequest.decode(polled.value()));
            } catch (MalformedRecordException e) {
                counters.framesIn.increment();
                bury(polled, origin, String.valueOf(e.getMessage()));
                return;
            }
        }
        TimedResult timed = pending.await();
        counters.framesIn.increment();
        if (timed.result() instanceof Inferred seen) {
            context.forward(
                    polled.withValue(PoseFrames.of(pending.frame(), seen, timed.timings())), PoseTopology.KEYPOINTS);
            counters.posesOut.increment();
        } else if (timed.result() instanceof Poison poison) {
            bury(polled, origin, poison.reason());
        }
    }

    private void bury(Record<byte[], byte[]> polled, RecordMetadata origin, String reason) {
        Record<byte[], Object> letter = polled.withValue(polled.value());
        letter.headers()
                .add(DeadLetterHeaders.REASON, utf8(oneLine(reason)))
                .add(DeadLetterHeaders.TOPIC, utf8(origin.topic()))
                .add(DeadLetterHeaders.PARTITION, utf8(Integer.toString(origin.partition())))
                .add(DeadLetterHeaders.OFFSET, utf8(Long.toString(origin.offset())));
        context.forward(letter, PoseTopology.DEAD_LETTERS);
        counters.deadLetters.increment();
    }

    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\R", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // This thread loses the task's partition, and nobody tells its interceptor.
        lookAhead.forget(
                new TopicPartition(Topics.FRAMES.name(), context.taskId().partition()));
    }
}
