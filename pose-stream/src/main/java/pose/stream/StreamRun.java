package pose.stream;

import java.util.UUID;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import pose.schema.Provenance;

/**
 * One run of a stream in one process, as its events name it.
 *
 * @param id application id, instance and when it began
 * @param engine what runs the network
 */
record StreamRun(String id, String engine) {

    /** @param beganMicros since 1970 UTC */
    static StreamRun of(StreamConfig config, BatchInference inference, long beganMicros) {
        String instance =
                config.instance().orElseGet(() -> UUID.randomUUID().toString().substring(0, 8));
        return new StreamRun(config.applicationId() + "/" + instance + "/" + beganMicros, inference.engine());
    }

    /** Where an event came from. */
    Provenance provenance(RecordMetadata frame, BatchPlace place) {
        return new Provenance(
                frame.partition(), frame.offset(), id, place.batch(), place.size(), place.place(), engine);
    }
}
