package pose.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Topic;
import pose.schema.Topics;

/**
 * What is on the topics of one camera.
 *
 * @param frames in the topic's order, without their pictures
 * @param gaps in the topic's order
 */
public record CameraAccount(String camera, List<Seen> frames, List<Gap> gaps) {

    /** What counts of a frame. */
    public record Seen(long epoch, long sequence, long captureTimeUs) {}

    private static final Duration POLL = Duration.ofMillis(200);

    public CameraAccount {
        frames = List.copyOf(frames);
        gaps = List.copyOf(gaps);
    }

    /** Everything that is there of a camera by now. */
    public static CameraAccount read(String bootstrap, String camera) {
        List<Seen> frames = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        readAll(bootstrap, Topics.FRAMES, frame -> {
            if (frame.getCamera().equals(camera)) {
                frames.add(new Seen(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()));
            }
        });
        readAll(bootstrap, Topics.GAPS, gap -> {
            if (gap.getCamera().equals(camera)) {
                gaps.add(gap);
            }
        });
        return new CameraAccount(camera, frames, gaps);
    }

    private static <V> void readAll(String bootstrap, Topic<String, V> topic, java.util.function.Consumer<V> reader) {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        Deserializer<V> values = topic.valueSerde().deserializer();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            consumer.assign(consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> reader.accept(record.value()));
            }
        }
    }

    /** Frames that are missing, as the gaps tell. */
    public long missing() {
        return gaps.stream().mapToLong(Gap::getCount).sum();
    }

    /** The same for one reason. */
    public long missing(GapReason reason) {
        return gaps.stream()
                .filter(gap -> gap.getReason() == reason)
                .mapToLong(Gap::getCount)
                .sum();
    }

    /** Frames and gaps together are 0 … n − 1 of one epoch, each once; frames are in order and their times only grow. */
    public void requireWhole() {
        assertThat(frames).as("frames of " + camera).isNotEmpty();
        long epoch = frames.get(0).epoch();
        assertThat(frames).extracting(Seen::epoch).containsOnly(epoch);
        TreeMap<Long, Long> runs = new TreeMap<>();
        for (Seen frame : frames) {
            assertThat(runs.put(frame.sequence(), 1L))
                    .as("frame " + frame + " twice")
                    .isNull();
        }
        for (Gap gap : gaps) {
            assertThat(gap.getEpoch()).isEqualTo(epoch);
            if (gap.getCount() > 0) {
                assertThat(runs.put(gap.getFirstSequence(), gap.getCount()))
                        .as(gap + " where there is something")
                        .isNull();
            }
        }
        long next = 0;
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            assertThat(run.getKey())
                    .as("what follows " + (next - 1) + " of " + this)
                    .isEqualTo(next);
            next = run.getKey() + run.getValue();
        }
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).sequence()).isGreaterThan(frames.get(i - 1).sequence());
            assertThat(frames.get(i).captureTimeUs())
                    .isGreaterThan(frames.get(i - 1).captureTimeUs());
        }
    }

    /**
     * What is accounted for: up to the last frame, from the first; or from the beginning of the run where the camera could not
     * be reached then. Until it is joined, which takes the wait for a key frame and once that for the libraries, nothing is
     * missing of a camera that is there.
     */
    public Duration span() {
        Seen first = frames.get(0);
        long from = first.sequence() == 0 ? first.captureTimeUs() : first.epoch();
        return Duration.ofNanos(1000 * (frames.get(frames.size() - 1).captureTimeUs() - from));
    }

    @Override
    public String toString() {
        Map<GapReason, Long> byReason = gaps.stream()
                .collect(Collectors.groupingBy(Gap::getReason, TreeMap::new, Collectors.summingLong(Gap::getCount)));
        return String.format(
                Locale.ROOT,
                "camera %s: %d frames, %d missing in %d gaps %s, over %.1f s",
                camera,
                frames.size(),
                missing(),
                gaps.size(),
                byReason,
                frames.isEmpty() ? 0 : span().toMillis() / 1e3);
    }
}
