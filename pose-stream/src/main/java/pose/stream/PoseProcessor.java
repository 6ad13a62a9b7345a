package pose.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import pose.schema.DeadLetterHeaders;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.MalformedRecordException;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.stream.StreamListener.Answer;
import pose.stream.track.Impression;
import pose.stream.track.SeenEvent;

/**
 * Turns one frame into one pose event, one gap or one dead letter. Nothing is in flight when {@link #process} returns: Kafka
 * Streams may commit the record at any moment after.
 */
final class PoseProcessor implements Processor<byte[], byte[], byte[], Object> {

    private static final int LONGEST_REASON = 1000;

    private final LookAhead lookAhead;
    private final StreamRun run;
    private final StreamListener listener;
    private final LongSupplier wallMicros;
    private ProcessorContext<byte[], Object> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    PoseProcessor(LookAhead lookAhead, StreamRun run, StreamListener listener, LongSupplier wallMicros) {
        this.lookAhead = lookAhead;
        this.run = run;
        this.listener = listener;
        this.wallMicros = wallMicros;
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
                bury(polled, origin, null, String.valueOf(e.getMessage()));
                return;
            }
        }
        Frame frame = pending.frame();
        TimedResult timed = lookAhead.await(pending);
        if (timed.result() instanceof Inferred seen) {
            PoseFrame event = PoseFrames.of(frame, seen, timed.timings(), run.provenance(origin, timed.place()));
            SeenEvent found = new SeenEvent(event, frame.getAttention(), seen.scene(), impressions(seen));
            context.forward(polled.withValue(found), PoseTopology.TRACKS);
            answered(frame, Answer.POSE);
        } else if (timed.result() instanceof TooOld) {
            context.forward(polled.withValue(gap(frame)), PoseTopology.GAPS);
            answered(frame, Answer.GAP);
        } else if (timed.result() instanceof Poison poison) {
            bury(polled, origin, frame, poison.reason());
        } else {
            // What has no answer is not to be committed as done.
            throw new EngineFailure("a frame was answered with no poses: " + timed.result());
        }
    }

    private static List<Impression> impressions(Inferred seen) {
        List<Impression> impressions = new ArrayList<>(seen.people().size());
        for (int i = 0; i < seen.people().size(); i++) {
            int person = i;
            impressions.add(new Impression(
                    seen.looks().isEmpty()
                            ? Optional.empty()
                            : Optional.of(seen.looks().get(i)),
                    seen.located()
                            .filter(located ->
                                    located.isFaint(located.sightings().get(person)))
                            .isPresent()));
        }
        return impressions;
    }

    private static Gap gap(Frame frame) {
        return new Gap(
                frame.getCamera(),
                frame.getEpoch(),
                frame.getSequence(),
                1L,
                GapReason.TOO_OLD,
                frame.getCaptureTimeUs(),
                frame.getCaptureTimeUs(),
                "");
    }

    private void answered(Frame frame, Answer answer) {
        listener.answered(
                frame.getCamera(), answer, OptionalLong.of(wallMicros.getAsLong() - frame.getCaptureTimeUs()));
    }

    private void bury(Record<byte[], byte[]> polled, RecordMetadata origin, @Nullable Frame frame, String reason) {
        String line = BoundedLine.of(reason, LONGEST_REASON);
        Record<byte[], Object> letter = polled.withValue(polled.value());
        letter.headers()
                .add(DeadLetterHeaders.REASON, utf8(line))
                .add(DeadLetterHeaders.TOPIC, utf8(origin.topic()))
                .add(DeadLetterHeaders.PARTITION, utf8(Integer.toString(origin.partition())))
                .add(DeadLetterHeaders.OFFSET, utf8(Long.toString(origin.offset())));
        context.forward(letter, PoseTopology.DEAD_LETTERS);
        String camera = frame == null ? StreamListener.UNKNOWN_CAMERA : frame.getCamera();
        listener.buried(camera, origin.topic() + "-" + origin.partition() + "@" + origin.offset(), line);
        if (frame == null) {
            listener.answered(camera, Answer.DEAD_LETTER, OptionalLong.empty());
        } else {
            answered(frame, Answer.DEAD_LETTER);
        }
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
