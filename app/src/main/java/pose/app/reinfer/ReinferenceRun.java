package pose.app.reinfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.replay.Content;
import pose.app.replay.Look;
import pose.app.replay.ReadyFootage;
import pose.app.replay.ReadyFrame;
import pose.app.replay.RecordedFrame;
import pose.app.replay.TopicMaterial;
import pose.app.slice.SliceBound.Place;
import pose.app.slice.TopicSlice;
import pose.ingest.SourceException;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/**
 * A slice's frames by one weights version into a topic of their own, each event under the id of its frame. What is committed ends
 * between two batches, so that a run that goes on has the batches that one without a break would have had.
 */
public final class ReinferenceRun {

    private static final Serializer<PoseFrame> EVENTS =
            Topics.KEYPOINTS.valueSerde().serializer();

    /** A transaction takes a few ms: not each batch should. */
    private static final int FRAMES_A_TRANSACTION = 128;

    private final Cluster cluster;
    private final TopicSlice slice;
    private final String topic;
    private final Look look;
    private final String weights;
    private final String job;
    private final LongConsumer progress;
    private volatile boolean stopped;
    private volatile @Nullable ReadyFootage running;

    private final List<ProducerRecord<String, byte[]>> whole = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
    private final Map<String, Long> done = new TreeMap<>();
    private final Map<String, Long> doneInBatch = new TreeMap<>();
    private int inBatch;
    private long wholeFrames;
    private long uncommitted;
    private long frames;
    private long unseen;
    private long firstUs = Long.MAX_VALUE;
    private long lastUs = Long.MIN_VALUE;

    /**
     * Prepares one.
     *
     * @param weights that look, NAME/VERSION
     * @param job what is done, in one line: what a topic holds has to be of the same one
     * @param progress told how many frames are done so far
     */
    public ReinferenceRun(
            Cluster cluster,
            TopicSlice slice,
            String topic,
            Look look,
            String weights,
            String job,
            LongConsumer progress) {
        this.cluster = cluster;
        this.slice = slice;
        this.topic = topic;
        this.look = look;
        this.weights = weights;
        this.job = job;
        this.progress = progress;
    }

    /**
     * Goes on where the topic ends, to the end of the slice or until {@link #stop}; once.
     *
     * @throws UserMistake where the topic holds anything else
     */
    public RunReport run() {
        try (TargetTopic target = TargetTopic.open(cluster, topic)) {
            Progress before = target.progress(job);
            done.putAll(before.done());
            wholeFrames = before.frames();
            Optional<String> failure = Optional.empty();
            long begun = System.nanoTime();
            try (ReadyFootage footage = ReadyFootage.begin(new TopicMaterial(slice, before.done()), look)) {
                running = footage;
                inferAll(footage, target);
            } catch (SourceException | KafkaException | UserMistake e) {
                failure = Optional.of(String.valueOf(e.getMessage()));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double footage = lastUs > firstUs ? (lastUs - firstUs) / 1e6 : 0;
            return new RunReport(topic, weights, before.frames(), frames, unseen, footage, seconds, failure, stopped);
        }
    }

    private void inferAll(ReadyFootage footage, TargetTopic target) throws SourceException {
        Optional<ReadyFrame> next = footage.next();
        while (!stopped && next.isPresent()) {
            add(next.get());
            if (inBatch == look.together()) {
                endBatch();
            }
            if (uncommitted >= FRAMES_A_TRANSACTION) {
                commit(target);
            }
            next = footage.next();
        }
        if (stopped) {
            // The batch at hand is done again by whoever goes on.
            frames -= inBatch;
        } else {
            endBatch();
        }
        commit(target);
    }

    private void add(ReadyFrame ready) {
        RecordedFrame frame = ready.frame();
        Place place = frame.place();
        if (place == null) {
            throw new IllegalStateException("a slice's frame without its place");
        }
        if (ready.content() instanceof Content.Poses poses) {
            batch.add(new ProducerRecord<>(
                    topic,
                    null,
                    Math.floorDiv(frame.frame().getCaptureTimeUs(), 1000),
                    frame.camera(),
                    EVENTS.serialize(topic, poses.seen()),
                    new RecordHeaders(frame.headers())));
        } else {
            unseen++;
        }
        doneInBatch.put(frame.camera(), place.offset());
        inBatch++;
        frames++;
        firstUs = Math.min(firstUs, frame.timeUs());
        lastUs = Math.max(lastUs, frame.timeUs());
        progress.accept(frames);
    }

    private void endBatch() {
        whole.addAll(batch);
        done.putAll(doneInBatch);
        wholeFrames += inBatch;
        uncommitted += inBatch;
        batch.clear();
        doneInBatch.clear();
        inBatch = 0;
    }

    private void commit(TargetTopic target) {
        target.commit(whole, new Progress(job, wholeFrames, done));
        whole.clear();
        uncommitted = 0;
    }

    /** Ends a run after the batch at hand. Safe from any thread. */
    public void stop() {
        stopped = true;
        ReadyFootage footage = running;
        if (footage != null) {
            footage.stop();
        }
    }
}
