package pose.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.PoseFrame;

class RecorderTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldShowTheFrameOfLineNInPictureNWhenItWasTaken() throws Exception {
        // given
        List<Frame> frames = new ArrayList<>();
        long at = 0;
        for (int number = 0; number < 50; number++) {
            frames.add(NumberedPictures.frame(number, at));
            at += number % 7 == 3 ? 205_000 : 31_000 + number * 1_000;
        }

        // when
        record(frames, events(frames), List.of(), false);

        // then
        List<JsonNode> lines = lines();
        List<CapturedFrame> pictures = pictures();
        assertThat(pictures).hasSize(50);
        assertThat(lines).hasSize(50);
        for (int n = 0; n < 50; n++) {
            assertThat(lines.get(n).path("sequence").asInt()).isEqualTo(n);
            assertThat(NumberedPictures.number(
                            NumberedPictures.decoded(pictures.get(n).jpeg())))
                    .isEqualTo(n);
            long shown = pictures.get(n).ptsUs();
            long taken = lines.get(n).path("captureTimeUs").asLong() - NumberedPictures.EPOCH;
            assertThat(shown).isBetween(taken - 1000, taken + 1000);
        }
    }

    @Test
    void shouldSayOfAPictureWithoutAnEventThatItHasNoneAndWhy() throws Exception {
        // given
        List<Frame> frames = frames(0, 1, 2, 3);

        // when
        RecordReport report = record(
                frames,
                List.of(NumberedPictures.event(frames.get(1))),
                List.of(NumberedPictures.gap(2, 1, GapReason.TOO_OLD)),
                false);

        // then
        assertThat(lines())
                .extracting(line -> line.path("missing").asText("-"))
                .containsExactly("NO_EVENT", "-", "TOO_OLD", "NO_EVENT");
        assertThat(lines().get(0).path("people").isNull()).isTrue();
        assertThat(lines().get(1).path("people")).hasSize(1);
        assertThat(report.pictures()).isEqualTo(4);
        assertThat(report.posed()).isEqualTo(1);
        assertThat(report.gaps()).isZero();
    }

    @Test
    void shouldTellOfMissingFramesInTheLineOfThePictureAfterThem() throws Exception {
        // given
        List<Frame> frames = frames(5, 6, 9, 10);

        // when
        RecordReport report = record(
                frames,
                events(frames),
                List.of(
                        NumberedPictures.gap(7, 2, GapReason.CAMERA_LOST),
                        NumberedPictures.gap(0, 5, GapReason.SLOW_BROKER),
                        NumberedPictures.gap(11, 3, GapReason.CAMERA_LOST)),
                false);

        // then
        assertThat(lines()).hasSize(4);
        assertThat(lines())
                .extracting(line -> line.at("/gapsBefore/0/reason").asText("-"))
                .containsExactly("-", "-", "CAMERA_LOST", "-");
        assertThat(lines().get(2).at("/gapsBefore/0/count").asInt()).isEqualTo(2);
        assertThat(report.gaps()).isEqualTo(1);
        assertThat(report.missing()).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutEventsThatComeAgainAndThoseOfOtherFrames() throws Exception {
        // given
        List<Frame> frames = frames(3, 4, 5, 6);
        List<PoseFrame> events = events(frames(1, 2, 3, 4, 3, 4, 5, 7));

        // when
        record(frames, events, List.of(), false);

        // then
        assertThat(lines())
                .extracting(line -> line.path("missing").asText("-"))
                .containsExactly("-", "-", "-", "NO_EVENT");
    }

    @Test
    void shouldJoinTheEventsOfAReplayByTheirOriginals() throws Exception {
        // given
        List<Frame> frames = frames(3, 4);

        // when
        RecordReport report = recorder(
                        frames,
                        new FrameEvents(
                                supplier(frames.stream()
                                        .map(NumberedPictures::replayed)
                                        .toList()),
                                true),
                        List.of(),
                        false)
                .run()
                .orElseThrow();

        // then
        assertThat(report.posed()).isEqualTo(2);
        assertThat(lines())
                .extracting(line -> line.at("/original/sequence").asInt())
                .containsExactly(3, 4);
    }

    @Test
    void shouldDrawThePosesOnlyWhereItIsAsked() throws Exception {
        // given
        List<Frame> frames = frames(0, 1);

        // when
        record(frames, events(frames), List.of(), false);
        int bare = brightness(pictures().get(0));
        record(frames, events(frames), List.of(), true);
        int drawn = brightness(pictures().get(0));

        // then
        assertThat(bare).isLessThan(40);
        assertThat(drawn).isGreaterThan(120);
    }

    @Test
    void shouldKeepCountWhereAPictureDoesNotDecode() throws Exception {
        // given
        List<Frame> frames = new ArrayList<>(frames(7, 8, 9));
        frames.set(1, NumberedPictures.frame(8, 40_000, new byte[] {1, 2, 3}));

        // when
        RecordReport report = record(frames, List.of(), List.of(), false);

        // then
        assertThat(report.broken()).isEqualTo(1);
        assertThat(pictures())
                .extracting(picture -> NumberedPictures.number(NumberedPictures.decoded(picture.jpeg())))
                .containsExactly(7, 0, 9);
    }

    @Test
    void shouldLeaveNothingBehindAndTheOldFilesInPlaceWhenItFails() throws IOException {
        // given
        Files.writeString(clip(), "what was there before");
        Iterator<Frame> frames = frames(0, 1, 2).iterator();
        Supplier<Optional<Frame>> breaking = () -> {
            if (frames.hasNext()) {
                return Optional.of(frames.next());
            }
            throw new IllegalStateException("Kafka is gone");
        };

        // when
        Recorder recorder = new Recorder(
                plan(false), breaking, new FrameEvents(Optional::empty, false), List.of(), () -> false, pictures -> {});

        // then
        assertThatThrownBy(recorder::run).hasMessage("Kafka is gone");
        assertThat(clip()).hasContent("what was there before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(clip());
        }
    }

    @Test
    void shouldKeepWhatItHasWhenItIsStopped() throws Exception {
        // given
        List<Frame> frames = frames(0, 1, 2, 3, 4);
        int[] asked = new int[1];

        // when
        RecordReport report = new Recorder(
                        plan(false),
                        supplier(frames),
                        new FrameEvents(Optional::empty, false),
                        List.of(),
                        () -> asked[0]++ >= 3,
                        pictures -> {})
                .run()
                .orElseThrow();

        // then
        assertThat(report.interrupted()).isTrue();
        assertThat(pictures()).hasSize(3);
        assertThat(lines()).hasSize(3);
    }

    @Test
    void shouldWriteNothingWhereThereIsNoFrame() throws IOException {
        assertThat(recorder(List.of(), new FrameEvents(Optional::empty, false), List.of(), false)
                        .run())
                .isEmpty();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private RecordReport record(List<Frame> frames, List<PoseFrame> events, List<Gap> gaps, boolean draw) {
        return recorder(frames, new FrameEvents(supplier(events), false), gaps, draw)
                .run()
                .orElseThrow();
    }

    private Recorder recorder(List<Frame> frames, FrameEvents events, List<Gap> gaps, boolean draw) {
        return new Recorder(plan(draw), supplier(frames), events, gaps, () -> false, pictures -> {});
    }

    private RecordPlan plan(boolean draw) {
        return new RecordPlan(clip(), Optional.of(folder.resolve("clip.jsonl")), draw);
    }

    private Path clip() {
        return folder.resolve("clip.mp4");
    }

    private static <T> Supplier<Optional<T>> supplier(List<T> things) {
        Iterator<T> iterator = things.iterator();
        return () -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    /** So many, 40 ms apart. */
    private static List<Frame> frames(int... numbers) {
        List<Frame> frames = new ArrayList<>();
        for (int number : numbers) {
            frames.add(NumberedPictures.frame(number, number * 40_000L));
        }
        return frames;
    }

    private static List<PoseFrame> events(List<Frame> frames) {
        return frames.stream().map(NumberedPictures::event).toList();
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("clip.jsonl"))) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private List<CapturedFrame> pictures() throws Exception {
        List<CapturedFrame> pictures = new ArrayList<>();
        try (FrameSource source = FrameSources.open(clip().toString(), SourceOptions.defaults(), Clock.systemUTC())) {
            for (var next = source.next(); next.isPresent(); next = source.next()) {
                pictures.add(next.get());
            }
        }
        return pictures;
    }

    /** Where every keypoint of the events is. */
    private static int brightness(CapturedFrame picture) {
        BufferedImage image = NumberedPictures.decoded(picture.jpeg());
        return image.getRGB(64, 48) >> 8 & 0xFF;
    }
}
