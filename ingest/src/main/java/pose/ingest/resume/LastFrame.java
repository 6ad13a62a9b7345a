package pose.ingest.resume;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import pose.ingest.Fingerprint;
import pose.schema.Frame;
import pose.schema.Topics;

/**
 * The last frame of a camera on the topic.
 *
 * @param epochUs of its run
 * @param sequence within that run
 * @param captureTimeUs when it was taken, µs since 1970 UTC
 * @param source what its run read, where that was a recording
 */
record LastFrame(long epochUs, long sequence, long captureTimeUs, Optional<Fingerprint> source) {

    /** @throws org.apache.kafka.common.errors.SerializationException where the record is no frame */
    static LastFrame of(ConsumerRecord<byte[], byte[]> record) {
        Frame frame = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
        return new LastFrame(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs(), source(record));
    }

    private static Optional<Fingerprint> source(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Fingerprint.HEADER);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Fingerprint.parse(header.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
