package pose.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import pose.e2e.process.Patience;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/** Reads what streams write, on a thread of its own, as any careful reader does: committed records only. */
public final class AnswerLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;

    private final Properties properties;
    private final Function<ConsumerRecord<byte[], byte[]>, FrameId> identity;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Thread reader = new Thread(this::read, "answers");
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Set<FrameId> answered = new HashSet<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean closed;

    private AnswerLog(String bootstrap, Function<ConsumerRecord<byte[], byte[]>, FrameId> identity) {
        this.identity = identity;
        this.properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "120000");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = List.of(Topics.KEYPOINTS.name(), Topics.DLQ.name()).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Begins to read from the beginning; what a frame is, its event or its dead letter says. */
    public static AnswerLog open(String bootstrap) {
        return open(bootstrap, AnswerLog::frame);
    }

    /** As {@link #open(String)}, for frames that say something wrong about themselves. */
    public static AnswerLog open(String bootstrap, Function<ConsumerRecord<byte[], byte[]>, FrameId> identity) {
        AnswerLog log = new AnswerLog(bootstrap, identity);
        log.reader.start();
        return log;
    }

    private void read() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                var polled = consumer.poll(POLL);
                long now = System.nanoTime();
                synchronized (this) {
                    polled.forEach(record -> add(record, now));
                    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
                }
            }
        } catch (WakeupException e) {
            // That is how it is told to end.
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record, long now) {
        Answer.Kind kind = record.topic().equals(Topics.DLQ.name()) ? Answer.Kind.DEAD_LETTER : Answer.Kind.POSE;
        FrameId frame = identity.apply(record);
        answers.add(new Answer(kind, frame, record.partition(), record.offset(), now));
        answered.add(frame);
    }

    private static FrameId frame(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.DLQ.name())) {
            Frame letter = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            return new FrameId(letter.getCamera(), letter.getSequence());
        }
        PoseFrame pose = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        return new FrameId(pose.getCamera(), pose.getSequence());
    }

    /** All answers so far. */
    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** How many different frames have been answered so far. */
    public synchronized long answered() {
        RuntimeException e = failure.get();
        if (e != null) {
            throw new IllegalStateException("the answers cannot be read", e);
        }
        return answered.size();
    }

    /** Waits until so many different frames have been answered. */
    public void awaitAnswered(long count, Duration longest) {
        Awaitility.await("answers to " + count + " frames")
                .atMost(longest)
                .pollInterval(Duration.ofMillis(10))
                .until(this::answered, n -> n >= count);
    }

    /**
     * Waits until so many different frames have been answered, or until no further answer has come for a time.
     *
     * @param patience the time, after which the rest is given up
     */
    public void awaitSettled(long count, Duration patience) {
        long began = System.nanoTime();
        Awaitility.await("answers to settle")
                .forever()
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        answered() >= count || System.nanoTime() - Math.max(began, lastArrival()) > patience.toNanos());
    }

    private synchronized long lastArrival() {
        return answers.isEmpty()
                ? Long.MIN_VALUE
                : answers.get(answers.size() - 1).arrivedNanos();
    }

    /** Where the next record of each partition will be written, committed or not. */
    public Map<TopicPartition, Long> ends() {
        Properties uncommitted = new Properties();
        uncommitted.putAll(properties);
        uncommitted.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (var other = new KafkaConsumer<>(uncommitted, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return other.endOffsets(partitions);
        }
    }

    /** Waits until everything is read that is there now; what belongs to an open transaction is waited for. */
    public void awaitEnd(Duration longest) {
        Map<TopicPartition, Long> ends = ends();
        Awaitility.await("the end of all answers")
                .atMost(longest)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> isAt(ends));
    }

    private synchronized boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** What had been read, and written, at one moment. */
    public record Mark(int read, Map<TopicPartition, Long> ends) {}

    /** Now. */
    public Mark mark() {
        int read;
        synchronized (this) {
            read = answers.size();
        }
        return new Mark(read, ends());
    }

    /** When the first answer was seen that was written after a mark, as {@link System#nanoTime}. */
    public synchronized Optional<Long> firstArrivalAfter(Mark mark) {
        return answers.subList(mark.read(), answers.size()).stream()
                .filter(answer -> answer.offset() >= mark.ends().getOrDefault(partitionOf(answer), 0L))
                .map(Answer::arrivedNanos)
                .findFirst();
    }

    private static TopicPartition partitionOf(Answer answer) {
        String topic = answer.kind() == Answer.Kind.POSE ? Topics.KEYPOINTS.name() : Topics.DLQ.name();
        return new TopicPartition(topic, answer.partition());
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            reader.join(LONGEST_GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
