package pose.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Topics;

/**
 * Brings a source's frames onto the topic, each once and in order, and waits while Kafka is slow: no frame is dropped. A run
 * ends with every frame acknowledged, or with an error that says why not. One run at a time.
 */
public final class FramePublisher implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Producer<String, Frame> producer;
    private final String camera;
    private final AttentionSettings attention;
    private final FrameLimit limit;
    private volatile boolean stopped;

    /**
     * Publishes through a producer that is idempotent and waits for all acknowledgements, and takes it over.
     *
     * @param camera 1 to 100 letters, digits, dots, underscores and hyphens
     * @param attention whom the camera is about
     * @param limit what a record may take on its way
     */
    public FramePublisher(
            Producer<String, Frame> producer, String camera, AttentionSettings attention, FrameLimit limit) {
        CameraId.check(camera);
        this.producer = producer;
        this.camera = camera;
        this.attention = attention;
        this.limit = limit;
    }

    /** As {@link #connect(Properties, String, AttentionSettings, PublisherOptions)}, of a camera that is about everyone. */
    public static FramePublisher connect(Properties kafka, String camera, PublisherOptions options)
            throws IngestException {
        return connect(kafka, camera, AttentionSettings.everyone(), options);
    }

    /**
     * Finds the brokers, reads the limits on a frame's size, and sets up a producer.
     *
     * @param kafka client settings with {@code bootstrap.servers}
     * @throws IngestException where no broker answers in time, or the topic is not there
     * @throws IllegalArgumentException where the camera's id is none
     */
    public static FramePublisher connect(
            Properties kafka, String camera, AttentionSettings attention, PublisherOptions options)
            throws IngestException {
        CameraId.check(camera);
        FrameLimit limit = FrameLimit.of(kafka, Topics.FRAMES.name(), options);
        try {
            return new FramePublisher(
                    new KafkaProducer<>(
                            ProducerSettings.of(kafka, limit, options),
                            Topics.FRAMES.keySerde().serializer(),
                            Topics.FRAMES.valueSerde().serializer()),
                    camera,
                    attention,
                    limit);
        } catch (KafkaException e) {
            throw new IngestException("no producer can be made with these Kafka settings: " + OneLine.of(e), e);
        }
    }

    /**
     * Publishes a source to its end, or until {@link #stop()}. The source stays the caller's to close.
     *
     * @return what was published: all of it acknowledged
     * @throws IngestException where the source's frames may be too large (nothing is sent then), the source fails (every frame
     *     before the fault is acknowledged by then), or Kafka does not take a frame
     */
    public IngestReport publish(FrameSource source, ProgressListener listener) throws IngestException {
        limit.check(source.format());
        Delivery delivery = new Delivery(camera, source.epochUs());
        Exception fault = null;
        try {
            sendAll(source, delivery, listener);
        } catch (SourceException | IngestException | KafkaException e) {
            fault = e;
        }
        flush(delivery, fault);
        if (fault != null) {
            throw new IngestException(explain(fault), delivery.report(), fault);
        }
        return delivery.report();
    }

    private void sendAll(FrameSource source, Delivery delivery, ProgressListener listener)
            throws SourceException, IngestException {
        long first = source.firstSequence();
        for (long sequence = first; !stopped && delivery.failure().isEmpty(); sequence++) {
            Optional<CapturedFrame> next = source.next();
            if (next.isEmpty()) {
                return;
            }
            CapturedFrame frame = next.get();
            limit.check(frame, sequence);
            if (sequence == first + 1) {
                // Not before the first is in: a broker that does not lead a new topic yet refuses that one, may take
                // this one, and then the first no more, which is out of order.
                producer.flush();
            }
            long number = sequence;
            int size = frame.jpeg().length;
            // Waits where the producer's buffer is full: this is where a slow Kafka holds up a recording.
            Future<RecordMetadata> unused = producer.send(
                    record(frame, source, sequence), (metadata, failure) -> delivery.completed(number, size, failure));
            listener.progressed(delivery.report());
        }
    }

    private ProducerRecord<String, Frame> record(CapturedFrame frame, FrameSource source, long sequence) {
        Frame value = FrameRecords.value(
                camera,
                source.epochUs(),
                sequence,
                frame.captureTimeUs(),
                frame.clock(),
                source.live(),
                attention,
                frame);
        ProducerRecord<String, Frame> record = FrameRecords.record(value, value, frame);
        source.fingerprint().ifPresent(known -> record.headers().add(Fingerprint.HEADER, known.toBytes()));
        return record;
    }

    /** Waits for the acknowledgements; a frame that was not taken outweighs whatever ended the run. */
    private void flush(Delivery delivery, @Nullable Exception fault) throws IngestException {
        Exception failure;
        try {
            producer.flush();
            failure = delivery.failure().orElse(null);
        } catch (KafkaException e) {
            failure = e;
        }
        if (failure == null) {
            return;
        }
        IngestException told = new IngestException(explain(failure), delivery.report(), failure);
        if (fault != null && !fault.equals(failure)) {
            told.addSuppressed(fault);
        }
        throw told;
    }

    private String explain(Exception failure) {
        if (failure instanceof SourceException || failure instanceof IngestException) {
            return OneLine.of(failure);
        }
        String topic = Topics.FRAMES.name();
        if (failure instanceof TimeoutException) {
            return "Kafka did not take a frame for topic " + topic + " in time: " + OneLine.of(failure);
        }
        if (failure instanceof RecordTooLargeException) {
            return "Kafka refused a frame for topic " + topic + " as too large: " + OneLine.of(failure);
        }
        return "frames cannot be published to topic " + topic + ": " + OneLine.of(failure);
    }

    /** Ends the run in progress after the frame at hand, as if the source had ended there. Safe from any thread. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
