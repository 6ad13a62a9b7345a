package pose.app.reinfer;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pose.app.compare.ChangeReport;
import pose.app.compare.PoseChanges;
import pose.app.kafka.Cluster;
import pose.app.record.FrameEvents;
import pose.app.slice.KeyedRecords;
import pose.schema.PoseFrame;
import pose.schema.Topic;

/**
 * What a topic of events holds in the end.
 *
 * @param hash of all that was seen, see {@link PosesHash}
 * @param events how many
 * @param changes from what it was compared with, where it was
 */
public record Outcome(String hash, long events, Optional<ChangeReport> changes) {

    /**
     * What it is compared with.
     *
     * @param replayed whether its events may be those of a replay, with ids of their own: then their originals are the frames'
     */
    public record Against(Topic<String, PoseFrame> topic, boolean replayed) {}

    /**
     * Reads it.
     *
     * @param cameras in the order in which the hash takes them
     * @param problems is told, in one line each, of records that are no events; they are left out
     */
    public static Outcome of(
            Cluster cluster,
            Topic<String, PoseFrame> topic,
            Iterable<String> cameras,
            Optional<Against> against,
            Consumer<String> problems) {
        PosesHash hash = new PosesHash();
        PoseChanges changes = new PoseChanges();
        long events = 0;
        for (String camera : cameras) {
            try (KeyedRecords records = KeyedRecords.open(cluster, topic, camera, 0)) {
                Optional<PoseFrame> first = next(records, problems);
                if (first.isEmpty()) {
                    continue;
                }
                try (Before before = Before.open(cluster, against, first.get(), problems)) {
                    for (Optional<PoseFrame> event = first; event.isPresent(); event = next(records, problems)) {
                        hash.add(event.get());
                        before.compare(event.get(), changes);
                        events++;
                    }
                }
            }
        }
        return new Outcome(hash.finished(), events, against.map(any -> changes.report()));
    }

    private static Optional<PoseFrame> next(KeyedRecords records, Consumer<String> problems) {
        Optional<ConsumerRecord<byte[], byte[]>> record = records.next();
        while (record.isPresent()) {
            Optional<PoseFrame> event = FrameEvents.decode(record.get(), problems);
            if (event.isPresent()) {
                return event;
            }
            record = records.next();
        }
        return Optional.empty();
    }

    /** One camera's events as they were. */
    private record Before(Optional<KeyedRecords> records, Optional<FrameEvents> events) implements AutoCloseable {

        static Before open(Cluster cluster, Optional<Against> against, PoseFrame first, Consumer<String> problems) {
            if (against.isEmpty()) {
                return new Before(Optional.empty(), Optional.empty());
            }
            long since = against.get().replayed() ? 0 : Math.floorDiv(first.getCaptureTimeUs(), 1000);
            KeyedRecords records = KeyedRecords.open(cluster, against.get().topic(), first.getCamera(), since);
            FrameEvents events =
                    new FrameEvents(() -> next(records, problems), against.get().replayed());
            return new Before(Optional.of(records), Optional.of(events));
        }

        void compare(PoseFrame event, PoseChanges changes) {
            events.ifPresent(all -> all.of(event.getEpoch(), event.getSequence())
                    .ifPresentOrElse(before -> changes.add(before, event), changes::addUnmatched));
        }

        @Override
        public void close() {
            records.ifPresent(KeyedRecords::close);
        }
    }
}
