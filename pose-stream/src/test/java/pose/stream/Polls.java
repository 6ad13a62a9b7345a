package pose.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What a consumer's poll returns. */
final class Polls {

    private Polls() {}

    @SafeVarargs
    static ConsumerRecords<byte[], byte[]> polled(List<ConsumerRecord<byte[], byte[]>>... partitions) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new LinkedHashMap<>();
        for (List<ConsumerRecord<byte[], byte[]>> list : partitions) {
            records.put(new TopicPartition(list.get(0).topic(), list.get(0).partition()), list);
        }
        return new ConsumerRecords<>(records, Map.of());
    }

    /** Frames of one camera whose sequences are their offsets. */
    static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, long... offsets) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (long offset : offsets) {
            records.add(new ConsumerRecord<>(
                    partition.topic(), partition.partition(), offset, new byte[0], Frames.bytes(Frames.frame(offset))));
        }
        return records;
    }
}
