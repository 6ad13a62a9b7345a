package pose.ingest.camera;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import pose.ingest.AttentionSettings;
import pose.ingest.SourceAddress;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Topics;

/** Cameras that a test feeds, the real threads, and Kafka's own fake of a producer. */
final class CamerasRig implements AutoCloseable {

    static final int MEBIBYTE = 1 << 20;
    private static final long NOW = 1_700_000_000_000_000L;

    private final Map<String, FakeCamera> fakes = Map.of(
            "gate", new FakeCamera(true),
            "yard", new FakeCamera(true),
            "finish", new FakeCamera(true),
            "clip", new FakeCamera(false));
    private final AtomicLong now = new AtomicLong(NOW);
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final MockProducer<String, byte[]> producer;
    private final Cameras cameras;

    /** @param acknowledging whether Kafka acknowledges at once, or only by {@link #completeAll} */
    CamerasRig(boolean acknowledging) {
        producer = new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
        cameras = new Cameras(
                () -> producer,
                MEBIBYTE / 2,
                new Listener(),
                settings -> fake(settings.id()).open(),
                camera -> camera.equals("finish") ? OptionalLong.of(NOW - 2_000_000) : OptionalLong.empty(),
                now::get);
    }

    /** Waits for what its threads do; a machine may do other things too. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    Cameras cameras() {
        return cameras;
    }

    MockProducer<String, byte[]> producer() {
        return producer;
    }

    /** What the listener was told, a line each. */
    Set<String> told() {
        return told;
    }

    void passes(Duration time) {
        now.addAndGet(time.toNanos() / 1000);
    }

    /** Kafka acknowledges all that it was sent. */
    void completeAll() {
        while (producer.completeNext()) {
            // One after the other.
        }
    }

    /** Frames 40 ms apart. */
    void feed(String id, int frames, int bytes) {
        for (int i = 0; i < frames; i++) {
            fake(id).gives(now.addAndGet(40_000), bytes);
        }
    }

    FakeCamera fake(String id) {
        return Objects.requireNonNull(fakes.get(id), id);
    }

    CameraState state(String id) {
        return cameras.states().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static CameraSettings camera(String id) {
        return new CameraSettings(
                id,
                SourceAddress.of("rtsp://somewhere/" + id),
                SourceOptions.defaults(),
                new AttentionSettings(List.of(), 0.125, false),
                MEBIBYTE,
                new BackoffSettings(Duration.ofMillis(10), Duration.ofMillis(10)));
    }

    /** The same camera with another source. */
    static CameraSettings changed(String id) {
        return CameraSettings.of(id, SourceAddress.of("rtsp://elsewhere/" + id), SourceOptions.defaults());
    }

    /** A camera's, as they stand on the topic. */
    List<Frame> frames(String camera) {
        return values(Topics.FRAMES.name(), camera).stream()
                .map(value -> Topics.FRAMES.valueSerde().deserializer().deserialize(Topics.FRAMES.name(), value))
                .toList();
    }

    List<Gap> gaps(String camera) {
        return values(Topics.GAPS.name(), camera).stream()
                .map(value -> Topics.GAPS.valueSerde().deserializer().deserialize(Topics.GAPS.name(), value))
                .toList();
    }

    private List<byte[]> values(String topic, String camera) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(camera))
                .map(ProducerRecord::value)
                .toList();
    }

    @Override
    public void close() {
        cameras.close();
    }

    private final class Listener implements CameraListener {

        @Override
        public void lost(String camera, Fault fault, String detail) {
            told.add(camera + " lost: " + detail);
        }

        @Override
        public void missing(String camera, GapReason reason, long frames, String detail) {
            told.add(camera + " missing: " + reason + " " + frames);
        }
    }
}
