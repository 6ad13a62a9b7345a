package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pose.ingest.camera.CameraState;
import pose.ingest.camera.CameraState.Phase;
import pose.stream.StreamListener.Answer;

/** docs/metrics.md and what is served tell the same: each name, its type, its labels. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(pose_[a-z_]+)` \\| (\\w+) \\|([^|]*)\\|[^|]*\\|[^|]+\\|[^|]*\\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (pose_[a-z_]+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(pose_[a-z_]+?)(_bucket|_sum|_count)?(?:\\{(.*)\\})? \\S+");

    private record Metric(String type, Set<String> labels) {}

    @Test
    void shouldExplainWhatIsServedAndNothingElse() throws IOException {
        Map<String, Metric> all = served();
        all.putAll(servedOfCameras());

        assertThat(documented()).isNotEmpty().containsExactlyInAnyOrderEntriesOf(all);
    }

    private static Map<String, Metric> servedOfCameras() throws IOException {
        try (CameraMonitoring monitoring = CameraMonitoring.at("localhost", 0)) {
            monitoring.watch(() -> List.of(new CameraState("gate", "", Phase.LIVE, 1, 1, 1, Map.of(), 0, "")));
            monitoring.listeners().forEach(listener -> listener.published("gate", 1));
            try (InputStream page =
                    URI.create(monitoring.url() + "/metrics").toURL().openStream()) {
                return read(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static Map<String, Metric> documented() throws IOException {
        Map<String, Metric> metrics = new TreeMap<>();
        Files.readAllLines(DOCUMENT).forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                metrics.put(row.group(1), new Metric(row.group(2), words(row.group(3))));
            }
        });
        return metrics;
    }

    private static Set<String> words(String cell) {
        Set<String> words = new TreeSet<>();
        Arrays.stream(cell.split("[`, ]+")).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    private static Map<String, Metric> served() {
        FakeStream stream = new FakeStream();
        EngineWatch engine = new EngineWatch(System::nanoTime);
        try (MeterPage page = new MeterPage(
                stream,
                new Health(stream, engine, Duration.ofSeconds(30)),
                new BrokerWatch(stream, System::nanoTime))) {
            page.listener().answered("gate", Answer.POSE, OptionalLong.of(1));
            return read(page.answer().body());
        }
    }

    private static Map<String, Metric> read(String scraped) {
        Map<String, Metric> metrics = new TreeMap<>();
        scraped.lines().forEach(line -> {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                metrics.put(type.group(1), new Metric(type.group(2), new TreeSet<>()));
            } else if (sample.matches()) {
                String whole = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
                Metric metric = metrics.getOrDefault(whole, metrics.get(sample.group(1)));
                assertThat(metric).as("the type of %s", line).isNotNull();
                if (metric != null && sample.group(3) != null) {
                    Arrays.stream(sample.group(3).split(","))
                            .map(label -> label.substring(0, label.indexOf('=')))
                            .filter(label -> !label.equals("le"))
                            .forEach(metric.labels()::add);
                }
            }
        });
        return metrics;
    }
}
