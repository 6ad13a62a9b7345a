package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.app.metrics.Monitoring;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.SingleObjectSerde;
import pose.schema.Topics;
import pose.stream.BatchPolicy;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/** What is scraped is what happened: each frame that was published counts once, as what it was answered with. */
@Timeout(600)
class HonestNumbers {

    private static final SingleObjectSerde<Frame> FRAMES = new SingleObjectSerde<>(Frame.class);
    private static final byte[] NO_FRAME = "no frame at all".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BROKEN_JPEG = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldCountEachPublishedFrameOnceAsWhatItWasAnsweredWith() throws Exception {
        WeightsVersion first = WeightsVersion.open(UntrainedWeights.publish(folder, "1"));
        WeightsVersion second = WeightsVersion.open(UntrainedWeights.publish(folder, "2"));
        try (EmbeddedBroker broker = EmbeddedBroker.temporary();
                Monitoring monitoring = Monitoring.at("localhost", 0, Duration.ofSeconds(60));
                LiveModel model = LiveModel.load(first, PersonLocator.WHOLE_IMAGE, EngineName.MXNET)) {
            Cluster.reach(Clients.of(broker.bootstrap()), null, Duration.ofSeconds(15))
                    .create(Topics.ALL, 3, Map.of());
            // given a stream that is watched from before its start
            String url = monitoring.url().orElseThrow();
            assertThat(get(url + "/health/ready").statusCode()).isEqualTo(503);
            monitoring.watch(model);
            BatchPolicy policy = new BatchPolicy(4, Duration.ofMillis(20), 1 << 20, Optional.of(MAX_AGE));
            try (PoseStream stream = new PoseStream(
                    StreamConfig.of(broker.bootstrap()).withBatching(policy).withStateDir(folder),
                    model,
                    monitoring.listener())) {
                monitoring.watch(stream, policy.maxBatch());
                stream.start();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> get(url + "/health/ready").statusCode() == 200);

                // when frames of all kinds come, in any order
                publish(broker, allKinds());
                awaitFrames(url, 60 + 5 + 4 + 3);

                // then
                Map<String, Double> numbers = scrape(url);
                assertThat(numbers)
                        .containsEntry("pose_events_total{camera=\"gate-0\"}", 20.0)
                        .containsEntry("pose_events_total{camera=\"gate-1\"}", 20.0)
                        .containsEntry("pose_events_total{camera=\"gate-2\"}", 20.0)
                        .containsEntry("pose_dead_letters_total{camera=\"unknown\"}", 5.0)
                        .containsEntry("pose_dead_letters_total{camera=\"gate-1\"}", 4.0)
                        .containsEntry("pose_dead_letters_total{camera=\"gate-0\"}", 0.0)
                        .containsEntry("pose_gaps_total{camera=\"gate-2\"}", 3.0)
                        .containsEntry("pose_event_age_seconds_count{camera=\"gate-1\"}", 24.0)
                        .containsEntry("pose_frames_waiting", 0.0)
                        .containsEntry("pose_ready", 1.0);
                assertThat(answers(numbers)).isEqualTo(72.0);

                // and when it goes on after them, with other weights
                model.swap(second);
                publish(
                        broker,
                        LongStream.range(20, 30).mapToObj(i -> recorded(0, i)).toList());
                awaitFrames(url, 82);

                // then
                Map<String, Double> later = scrape(url);
                assertThat(later).containsEntry("pose_events_total{camera=\"gate-0\"}", 30.0);
                assertThat(answers(later)).isEqualTo(82.0);
                assertThat(later.keySet().stream().filter(name -> name.startsWith("pose_weights_info")))
                        .containsExactly("pose_weights_info{name=\"untrained\",sha256=\"" + second.sha256()
                                + "\",version=\"2\"}");
                assertThat(stream.failure()).isEmpty();
            }
            assertThat(get(url + "/health/live").statusCode()).isEqualTo(503);
        }
    }

    private static double answers(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getKey().matches("pose_(events|dead_letters|gaps)_total.*"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void awaitFrames(String url, double count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(scrape(url)).containsEntry("pose_frames_total", count));
    }

    private Map<String, Double> scrape(String url) throws Exception {
        Map<String, Double> numbers = new TreeMap<>();
        get(url + "/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    int blank = line.lastIndexOf(' ');
                    numbers.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
                });
        return numbers;
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** 60 pictures of three cameras, 5 records that are no frames, 4 broken pictures, 3 live frames that are too old. */
    private List<byte[]> allKinds() {
        List<byte[]> values = new ArrayList<>();
        for (int camera = 0; camera < 3; camera++) {
            int from = camera;
            LongStream.range(0, 20).mapToObj(i -> recorded(from, i)).forEach(values::add);
        }
        values.addAll(Collections.nCopies(5, NO_FRAME));
        LongStream.range(100, 104)
                .mapToObj(i -> frame(1, i, false, BROKEN_JPEG))
                .forEach(values::add);
        LongStream.range(200, 203).mapToObj(i -> frame(2, i, true, PICTURE)).forEach(values::add);
        Collections.shuffle(values, new Random(4));
        return values;
    }

    private static byte[] recorded(int camera, long sequence) {
        return frame(camera, sequence, false, PICTURE);
    }

    private static byte[] frame(int camera, long sequence, boolean live, byte[] jpeg) {
        long captured = Instant.now().minus(MAX_AGE.multipliedBy(2)).toEpochMilli() * 1000;
        return FRAMES.encode(new Frame(
                "gate-" + camera,
                1L,
                sequence,
                captured,
                null,
                64,
                48,
                Encoding.JPEG,
                live,
                CaptureClock.HOST,
                null,
                null,
                ByteBuffer.wrap(jpeg)));
    }

    private static final byte[] PICTURE = picture();

    private static byte[] picture() {
        try (FrameSource source = FrameSources.open(
                "synthetic:athlete?seconds=1&width=64&height=48", SourceOptions.defaults(), Clock.systemUTC())) {
            return source.next().map(CapturedFrame::jpeg).orElseThrow();
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void publish(EmbeddedBroker broker, List<byte[]> values) throws Exception {
        try (var producer = new KafkaProducer<>(
                Clients.of(broker.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer())) {
            int partition = 0;
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(Topics.FRAMES.name(), partition++ % 3, null, value))
                        .get();
            }
        }
    }
}
