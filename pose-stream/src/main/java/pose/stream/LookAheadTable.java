package pose.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import pose.schema.MalformedRecordException;
import pose.schema.Topics;

/**
 * What one stream thread has polled and not yet processed. Frames are handed to the batcher in the order in which tasks
 * will ask for them; those for which the batcher has no room yet follow as soon as it has.
 *
 * <p>Used by one thread only.
 */
final class LookAheadTable {

    private final FrameDesk desk;
    private final Map<TopicPartition, Ahead> partitions = new HashMap<>();
    private final ArrayDeque<Entry> notHandedOver = new ArrayDeque<>();

    LookAheadTable(FrameDesk desk) {
        this.desk = desk;
    }

    /** What lies ahead in one partition, lowest offset first. */
    private static final class Ahead {
        private final ArrayDeque<Entry> entries = new ArrayDeque<>();
        private long lastSeen = -1;
    }

    private static final class Entry {
        private final long offset;
        private final FrameRequest request;
        private @Nullable PendingFrame pending;
        private boolean dropped;

        private Entry(long offset, FrameRequest request) {
            this.offset = offset;
            this.request = request;
        }
    }

    /** Takes in what one poll returned, round-robin over its partitions. */
    void add(ConsumerRecords<byte[], byte[]> polled) {
        List<List<ConsumerRecord<byte[], byte[]>>> byPartition = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            if (partition.topic().equals(Topics.FRAMES.name())) {
                List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
                noticeRewind(partition, records.get(0).offset());
                byPartition.add(records);
            }
        }
        int longest = byPartition.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<ConsumerRecord<byte[], byte[]>> records : byPartition) {
                if (i < records.size()) {
                    add(records.get(i));
                }
            }
        }
        handOver();
    }

    private void noticeRewind(TopicPartition partition, long offset) {
        Ahead ahead = partitions.computeIfAbsent(partition, p -> new Ahead());
        if (offset <= ahead.lastSeen) {
            ahead.entries.forEach(this::drop);
            ahead.entries.clear();
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> polled) {
        Ahead ahead =
                partitions.computeIfAbsent(new TopicPartition(polled.topic(), polled.partition()), p -> new Ahead());
        ahead.lastSeen = polled.offset();
        try {
            Entry entry = new Entry(polled.offset(), FrameRequest.decode(polled.value()));
            ahead.entries.add(entry);
            notHandedOver.add(entry);
        } catch (MalformedRecordException e) {
            // Its processor will meet the same bytes and knows where they go.
        }
    }

    private void handOver() {
        while (!notHandedOver.isEmpty()) {
            Entry next = notHandedOver.getFirst();
            if (!next.dropped && next.pending == null) {
                next.pending = desk.offer(next.request).orElse(null);
                if (next.pending == null) {
                    return;
                }
            }
            notHandedOver.removeFirst();
        }
    }

    /** The frame at exactly this offset, or null; lower ones were skipped and are let go. */
    @Nullable
    PendingFrame take(TopicPartition partition, long offset) {
        Ahead ahead = partitions.get(partition);
        if (ahead == null) {
            return null;
        }
        while (!ahead.entries.isEmpty() && ahead.entries.getFirst().offset < offset) {
            drop(ahead.entries.removeFirst());
        }
        if (ahead.entries.isEmpty() || ahead.entries.getFirst().offset != offset) {
            return null;
        }
        Entry entry = ahead.entries.removeFirst();
        if (entry.pending == null) {
            entry.pending = desk.submit(entry.request);
        }
        handOver();
        return entry.pending;
    }

    /** Lets go of everything of one partition. */
    void forget(TopicPartition partition) {
        Ahead ahead = partitions.remove(partition);
        if (ahead != null) {
            ahead.entries.forEach(this::drop);
            handOver();
        }
    }

    /** Lets go of everything. */
    void clear() {
        partitions.values().forEach(ahead -> ahead.entries.forEach(this::drop));
        partitions.clear();
        notHandedOver.clear();
    }

    private void drop(Entry entry) {
        entry.dropped = true;
        if (entry.pending != null) {
            desk.cancel(entry.pending);
        }
    }

    /** How many frames are ahead, handed over or not. */
    int size() {
        return partitions.values().stream()
                .mapToInt(ahead -> ahead.entries.size())
                .sum();
    }
}
