package pose.app.slice;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;

/**
 * A slice that was found on its topic. It has an end: what comes onto the topic later is no part of it, so that it may be
 * replayed into the topic it is on, and read again and again.
 *
 * <p>A camera's part begins with its first frame that is not before the beginning and ends with the last before its first one
 * that is not before the end. It is looked for in the partition that its id hashes to.
 */
public final class TopicSlice {

    private final Cluster cluster;
    private final Slice slice;
    private final Optional<Edge> from;
    private final Optional<Edge> to;
    private final Map<TopicPartition, Long> ends;
    private final Consumer<String> problems;

    private TopicSlice(
            Cluster cluster,
            Slice slice,
            Optional<Edge> from,
            Optional<Edge> to,
            Map<TopicPartition, Long> ends,
            Consumer<String> problems) {
        this.cluster = cluster;
        this.slice = slice;
        this.from = from;
        this.to = to;
        this.ends = ends;
        this.problems = problems;
    }

    /**
     * Looks for it.
     *
     * @param problems is told, in one line each, of records that are no frames; they are left out
     * @throws UserMistake where the topic, or a frame that it begins or ends with, is not there
     */
    public static TopicSlice find(Cluster cluster, Slice slice, Consumer<String> problems) {
        try (FrameSearch frames = FrameSearch.open(cluster, slice.topic())) {
            EdgeSearch search = new EdgeSearch(frames);
            Optional<Edge> from = slice.from().map(bound -> search.find("--from", bound, false));
            Optional<Edge> to = slice.to().map(bound -> search.find("--to", bound, true));
            if (from.isPresent()
                    && to.isPresent()
                    && from.get().timeUs() >= to.get().timeUs()) {
                throw new UserMistake("--from " + slice.from().orElseThrow() + " is not before --to "
                        + slice.to().orElseThrow());
            }
            return new TopicSlice(cluster, slice, from, to, frames.ends(), problems);
        }
    }

    /** What was looked for. */
    public Slice slice() {
        return slice;
    }

    /** How many partitions its topic has. */
    public int partitions() {
        return ends.size();
    }

    /**
     * Reads one camera's frames from the one behind an offset on.
     *
     * @param offset of one of its frames
     */
    public CameraFrames openAfter(String camera, long offset) {
        CameraFrames frames = open(camera);
        frames.resumeAfter(offset);
        return frames;
    }

    /** Reads one camera's frames from the beginning. */
    public CameraFrames open(String camera) {
        TopicPartition partition = from.flatMap(edge -> edge.anchorOf(camera))
                .or(() -> to.flatMap(edge -> edge.anchorOf(camera)))
                .map(Edge.Anchor::partition)
                .orElseGet(() -> slice.topic().partitionOf(camera, partitions()));
        KeyedRecords records =
                new KeyedRecords(FrameConsumers.open(cluster), partition, ends.getOrDefault(partition, 0L), camera);
        try {
            return new CameraFrames(records, new CameraRange(camera, from, to), problems);
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }
}
