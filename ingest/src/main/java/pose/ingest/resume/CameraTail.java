package pose.ingest.resume;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import pose.ingest.IngestException;
import pose.schema.Topics;

/** The end of the one partition that a camera's frames are on, read backwards. */
final class CameraTail implements AutoCloseable {

    private static final String TOPIC = Topics.FRAMES.name();
    private static final Duration POLL = Duration.ofMillis(50);

    /** Records are read in windows that grow, up to so many in all. */
    private static final long FIRST_WINDOW = 32;

    private static final long LARGEST_WINDOW = 2048;
    private static final long MOST_RECORDS = 50_000;

    /** A killed process has at most five requests at the broker, and the one asked here was as far behind as they are. */
    private static final int SLOWNESS = 10;

    private final Consumer<byte[], byte[]> consumer;
    private final String camera;
    private final byte[] key;
    private final TopicPartition partition;
    private final Duration patience;
    private long end;
    private long answerNanos;
    private long searched;
    private @Nullable ConsumerRecord<byte[], byte[]> last;

    private CameraTail(Consumer<byte[], byte[]> consumer, String camera, Duration patience) {
        this.consumer = consumer;
        this.camera = camera;
        this.key = camera.getBytes(StandardCharsets.UTF_8);
        this.patience = patience;
        int partitions = consumer.partitionsFor(TOPIC, patience).size();
        this.partition = Topics.FRAMES.partitionOf(camera, partitions);
        consumer.assign(List.of(partition));
    }

    /**
     * Connects.
     *
     * @param kafka client settings
     * @param patience with a broker that does not answer
     */
    static CameraTail open(Properties kafka, String camera, Duration patience) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString((int)
                Math.min(Integer.MAX_VALUE, patience.toMillis())));
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return new CameraTail(consumer, camera, patience);
        } catch (RuntimeException | Error e) {
            consumer.close();
            throw e;
        }
    }

    /** Looks back from the end as it is now. */
    Optional<LastFrame> find() throws IngestException {
        Optional<LastFrame> found = findAmong(MOST_RECORDS);
        if (found.isEmpty() && searched >= MOST_RECORDS) {
            throw new IngestException("camera " + camera + " has no frame among the last " + searched + " of partition "
                    + partition.partition() + " of " + TOPIC + "; without --resume it begins from the start");
        }
        return found;
    }

    /** Looks back over at least so many records from the end as it is now. */
    Optional<LastFrame> findAmong(long records) throws IngestException {
        long asked = System.nanoTime();
        end = ofPartition(consumer.endOffsets(List.of(partition), patience));
        answerNanos = System.nanoTime() - asked;
        long beginning = ofPartition(consumer.beginningOffsets(List.of(partition), patience));
        long window = FIRST_WINDOW;
        searched = 0;
        long to = end;
        for (; last == null && to > beginning && searched < records; window = Math.min(LARGEST_WINDOW, window * 4)) {
            long from = Math.max(beginning, to - window);
            read(from, to);
            to = from;
            searched = end - to;
        }
        return Optional.ofNullable(last).map(LastFrame::of);
    }

    private long ofPartition(Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private void read(long from, long to) throws IngestException {
        consumer.seek(partition, from);
        long heard = System.nanoTime();
        while (consumer.position(partition) < to) {
            boolean any = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                any = true;
                if (record.offset() < to) {
                    note(record);
                }
            }
            heard = any ? System.nanoTime() : heard;
            if (System.nanoTime() - heard > patience.toNanos()) {
                throw new IngestException("Kafka gives no frames of partition " + partition.partition() + " of " + TOPIC
                        + " though there are some (waited " + patience.toSeconds() + " s)");
            }
        }
    }

    private boolean note(ConsumerRecord<byte[], byte[]> record) {
        boolean ours = Arrays.equals(record.key(), key);
        if (ours) {
            last = record;
        }
        return ours;
    }

    /**
     * Waits until no further frame of the camera has come for a while: what a killed process had on its way is in by then. The
     * slower the broker answers, the longer.
     *
     * @throws IngestException where they keep coming, so that the camera is being published at this moment
     */
    Optional<LastFrame> settle(Duration quiet, Duration longest) throws IngestException {
        long enough = Math.max(quiet.toNanos(), SLOWNESS * answerNanos);
        consumer.seek(partition, end);
        long began = System.nanoTime();
        long heard = began;
        while (System.nanoTime() - heard < enough) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (note(record)) {
                    heard = System.nanoTime();
                }
            }
            if (System.nanoTime() - began > longest.toNanos() + enough) {
                throw new IngestException("camera " + camera
                        + " is being published at this moment; end that run before this one takes it up");
            }
        }
        return Optional.ofNullable(last).map(LastFrame::of);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
