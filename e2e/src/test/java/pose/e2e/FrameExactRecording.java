package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.PoseProcess;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Topic;
import pose.schema.Topics;

/**
 * Picture n of a recording is the frame of line n, whatever is missing on the topics, and is shown when it was taken. Each
 * frame shows its own number.
 */
class FrameExactRecording {

    private static final int FRAMES = 60;
    private static final int BITS = 8;
    private static final int BLOCK = 16;

    /** Not so long ago that the topic would forget it. */
    private static final long EPOCH = System.currentTimeMillis() * 1000 - 60_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldPutTheFrameOfLineNIntoPictureN() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            // given
            String kafka = broker.bootstrap();
            Clients.createTopics(kafka, 2);
            publish(kafka);
            Path weights = UntrainedWeights.publish(folder.resolve("store"));
            assertThat(PoseRun.of(
                                    "replay",
                                    PoseProcess.WHOLE_PICTURES,
                                    "--bootstrap",
                                    kafka,
                                    "--cameras",
                                    "gate",
                                    "--weights",
                                    weights.toString(),
                                    "--speed",
                                    "max",
                                    "--to-topic",
                                    "gate.poses")
                            .exitCode())
                    .as("the broken picture has no poses")
                    .isEqualTo(1);
            Path clip = folder.resolve("gate.mp4");
            Path lines = folder.resolve("gate.jsonl");

            // when
            PoseRun run = PoseRun.of(
                    "record",
                    "--bootstrap",
                    kafka,
                    "--camera",
                    "gate",
                    "--events-topic",
                    "gate.poses",
                    "--from",
                    "gate/" + EPOCH + "/5",
                    "--out",
                    clip.toString(),
                    "--poses",
                    lines.toString());

            // then
            assertThat(run.exitCode()).as(run.reason()).isZero();
            assertNthIsOfNth(pictures(clip), read(lines));
            assertThat(run.out()).contains("pictures      52, 3.100 s", "poses         51, 1 pictures have none");
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("store", "gate.mp4", "gate.jsonl");
        }
    }

    private static void assertNthIsOfNth(List<CapturedFrame> pictures, List<JsonNode> lines) throws IOException {
        assertThat(pictures).hasSameSizeAs(lines).hasSize(FRAMES - 5 - 3);
        for (int n = 0; n < lines.size(); n++) {
            JsonNode line = lines.get(n);
            int number = number(line);
            assertThat(number).isEqualTo(n + 5 + (n + 5 >= 30 ? 3 : 0));
            if (number == 20) {
                assertThat(line.path("missing").asText()).isEqualTo("NO_EVENT");
            } else {
                assertThat(numberIn(pictures.get(n))).isEqualTo(number);
                assertThat(line.path("people")).hasSize(1);
            }
            assertThat(line.at("/gapsBefore/0/count").asInt()).isEqualTo(number == 33 ? 3 : 0);
            long shown = pictures.get(n).ptsUs();
            long taken = takenUs(number) - takenUs(5);
            assertThat(shown).isBetween(taken - 1000, taken + 1000);
        }
    }

    /** Every line says which frame it is of: itself, or by its replay's original. */
    private static int number(JsonNode line) {
        return line.has("original")
                ? line.at("/original/sequence").asInt()
                : line.path("sequence").asInt();
    }

    /** Unevenly: 50 or 90 ms after the one before it. */
    private static long takenUs(int number) {
        return EPOCH + number * 50_000L + number / 5 * 40_000L;
    }

    /** Frames 30 to 32 are lost, and 20 does not decode. */
    private static void publish(String kafka) throws Exception {
        try (KafkaProducer<String, Frame> producer = producer(kafka, Topics.FRAMES);
                KafkaProducer<String, Gap> gaps = producer(kafka, Topics.GAPS)) {
            for (int number = 0; number < FRAMES; number++) {
                if (number < 30 || number > 32) {
                    byte[] picture = jpeg(number);
                    send(producer, "gate", number, number == 20 ? new byte[] {1, 2, 3} : picture);
                }
                // A frame of another camera lies between any two.
                send(producer, "other", number, jpeg(255 - number));
            }
            gaps.send(new ProducerRecord<>(
                            Topics.GAPS.name(),
                            null,
                            takenUs(30) / 1000,
                            "gate",
                            new Gap("gate", EPOCH, 30L, 3L, GapReason.CAMERA_LOST, takenUs(30), null, "cable")))
                    .get();
        }
    }

    private static void send(KafkaProducer<String, Frame> producer, String camera, int number, byte[] picture)
            throws Exception {
        Frame frame = new Frame(
                camera,
                EPOCH,
                (long) number,
                takenUs(number),
                null,
                BITS * BLOCK,
                4 * BLOCK,
                Encoding.JPEG,
                true,
                CaptureClock.HOST,
                null,
                null,
                ByteBuffer.wrap(picture));
        producer.send(new ProducerRecord<>(Topics.FRAMES.name(), null, takenUs(number) / 1000, camera, frame))
                .get();
    }

    private static <V> KafkaProducer<String, V> producer(String kafka, Topic<String, V> topic) {
        return new KafkaProducer<>(
                Clients.of(kafka),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    private static byte[] jpeg(int number) throws IOException {
        BufferedImage image = new BufferedImage(BITS * BLOCK, 4 * BLOCK, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int bit = 0; bit < BITS; bit++) {
            graphics.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
            graphics.fillRect(bit * BLOCK, 0, BLOCK, BLOCK);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static int numberIn(CapturedFrame picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int green = image.getRGB(bit * BLOCK + BLOCK / 2, BLOCK / 2) >> 8 & 0xFF;
            number |= (green > 127 ? 1 : 0) << bit;
        }
        return number;
    }

    private static List<CapturedFrame> pictures(Path clip) throws SourceException {
        List<CapturedFrame> pictures = new ArrayList<>();
        try (FrameSource source = FrameSources.open(clip.toString(), SourceOptions.defaults(), Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                pictures.add(next.get());
            }
        }
        return pictures;
    }

    private static List<JsonNode> read(Path lines) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(lines)) {
            read.add(json.readTree(line));
        }
        return read;
    }
}
