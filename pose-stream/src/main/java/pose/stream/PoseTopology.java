package pose.stream;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import pose.schema.Topics;
import pose.stream.track.TrackProcessor;
import pose.stream.track.TrackStore;
import pose.stream.track.UntrackedProcessor;
import pose.track.TrackSettings;

/**
 * Frames in; keypoints, track changes, gaps and dead letters out. Keys and values are read as they are, so that bytes which are no frame come
 * to our own code with everything they came with.
 */
final class PoseTopology {

    static final String FRAMES = "frames";
    static final String POSE = "pose";
    static final String TRACKS = "tracks";
    static final String KEYPOINTS = "keypoints";
    static final String TRACK_CHANGES = "track-changes";
    static final String DEAD_LETTERS = "dead-letters";
    static final String GAPS = "gaps";

    private PoseTopology() {}

    /** @param tracks how people are tracked; empty where they are not */
    static Topology of(Supplier<PoseProcessor> processors, Optional<TrackSettings> tracks, StreamListener listener) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Topology topology = new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        FRAMES,
                        // A record without a timestamp is odd, but no reason to stop all the others.
                        (polled, partitionTime) -> Math.max(0, polled.timestamp()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.FRAMES.name())
                .addProcessor(POSE, processors::get, FRAMES)
                .addSink(
                        GAPS,
                        Topics.GAPS.name(),
                        bytes,
                        Topics.GAPS.valueSerde().serializer(),
                        POSE)
                .addSink(DEAD_LETTERS, Topics.DLQ.name(), bytes, bytes, POSE);
        tracks.ifPresentOrElse(
                settings -> addTracks(topology, settings, listener),
                () -> topology.addProcessor(TRACKS, () -> new UntrackedProcessor(KEYPOINTS), POSE));
        return topology.addSink(
                KEYPOINTS,
                Topics.KEYPOINTS.name(),
                bytes,
                Topics.KEYPOINTS.valueSerde().serializer(),
                TRACKS);
    }

    /** In the task that looked at the frame: a camera's frames are all in one partition, in order. */
    private static void addTracks(Topology topology, TrackSettings settings, StreamListener listener) {
        topology.addProcessor(TRACKS, () -> new TrackProcessor(settings, listener, KEYPOINTS, TRACK_CHANGES), POSE)
                .addStateStore(TrackStore.builder(), TRACKS)
                .addSink(
                        TRACK_CHANGES,
                        Topics.TRACKS.name(),
                        new ByteArraySerializer(),
                        Topics.TRACKS.valueSerde().serializer(),
                        TRACKS);
    }
}
