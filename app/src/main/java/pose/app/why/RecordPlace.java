package pose.app.why;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record is. */
public record RecordPlace(String topic, int partition, long offset) {

    static RecordPlace of(ConsumerRecord<?, ?> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    @Override
    public String toString() {
        return topic + " partition " + partition + " offset " + offset;
    }
}
