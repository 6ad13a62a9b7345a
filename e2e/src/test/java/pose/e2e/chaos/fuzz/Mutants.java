package pose.e2e.chaos.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Pictures;
import pose.e2e.chaos.Published;
import pose.schema.Topics;

/** Publishes spoilt frames by a seed. What a frame is, a header says: what is in it may say anything. */
public final class Mutants {

    /** Each tells what was done to it by the name of its camera. */
    private static final String HEADER = "mutant";

    private static final int ONE_HEAVY_IN = 500;

    private Mutants() {}

    /** Publishes so many and returns once all are acknowledged; some need hundreds of megabytes to decode, 1 in 500. */
    public static Published publish(String bootstrap, int count, long seed) {
        Random dice = new Random(seed);
        Pictures pictures = Pictures.render();
        Map<String, Long> sent = new HashMap<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (var producer =
                new KafkaProducer<>(properties(bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                Mutation mutation = choose(i % ONE_HEAVY_IN == ONE_HEAVY_IN - 1, dice);
                FrameId frame = new FrameId(mutation.name(), sent.getOrDefault(mutation.name(), 0L));
                byte[] value = mutation.of(frame, pictures.jpeg(frame), dice);
                var record = new ProducerRecord<>(Topics.FRAMES.name(), frame.camera(), value);
                record.headers().add(HEADER, frame.toString().getBytes(StandardCharsets.UTF_8));
                var unused = producer.send(record, (metadata, e) -> failure.compareAndSet(null, e));
                sent.merge(frame.camera(), 1L, Long::sum);
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a mutant could not be published", failure.get());
        }
        return new Published(sent, new Load(sent.size(), Load.UNTOLD));
    }

    /** Which mutant an answer belongs to. */
    public static FrameId of(ConsumerRecord<byte[], byte[]> answer) {
        String[] id = new String(answer.headers().lastHeader(HEADER).value(), StandardCharsets.UTF_8).split("/", 2);
        return new FrameId(id[0], Long.parseLong(id[1]));
    }

    private static Mutation choose(boolean heavy, Random dice) {
        List<Mutation> candidates = Arrays.stream(Mutation.values())
                .filter(mutation -> mutation.heavy() == heavy)
                .toList();
        return candidates.get(dice.nextInt(candidates.size()));
    }

    private static Properties properties(String bootstrap) {
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_FRAME_BYTES));
        return properties;
    }
}
