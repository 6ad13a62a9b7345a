package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.schema.Encoding;
import pose.schema.WeightsRef;
import pose.skeleton.Point;

class LiveLocatorTest {

    private static final byte[] JPEG = LiveModelTest.jpeg(64, 48);

    private final AtomicBoolean firstClosed = new AtomicBoolean();
    private final AtomicBoolean secondClosed = new AtomicBoolean();
    private final LiveLocator live = LiveLocator.of(locator("1", firstClosed), 2);

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void shouldSayWhoIsWhereInEachFrameAndByWhichVersion() {
        // when
        List<FrameResult> results = infer(live, frame(0, JPEG), frame(1, JPEG));

        // then
        assertThat(results)
                .containsExactly(
                        new Located(List.of(sighting(0)), ref("1")), new Located(List.of(sighting(1)), ref("1")));
    }

    @Test
    void shouldBlameTheFrameThatCannotBeDecodedAndNoOther() {
        byte[] broken = "no JPEG".getBytes(StandardCharsets.US_ASCII);

        List<FrameResult> results = infer(live, frame(0, JPEG), frame(1, broken), frame(2, JPEG));

        assertThat(results.get(0)).isInstanceOf(Located.class);
        assertThat(results.get(1)).isInstanceOf(Poison.class);
        assertThat(results.get(2)).isEqualTo(new Located(List.of(sighting(2)), ref("1")));
    }

    @Test
    void shouldGiveNoPlaceToAFrameThatNamesNoSize() {
        // given a frame whose answer would be somebody else's
        FrameRequest empty = new FrameRequest(Frames.frame(0, 0, 48, Encoding.JPEG, JPEG));

        // when
        List<FrameResult> results = infer(live, empty, frame(1, JPEG));

        // then
        assertThat(results.get(0)).isInstanceOf(Poison.class);
        assertThat(results.get(1)).isEqualTo(new Located(List.of(sighting(0)), ref("1")));
    }

    @Test
    void shouldHaveAnotherVersionTakeOverForBatchesThatAreBegunThen() {
        // given a batch that the first one has begun
        FrameBatch before = live.prepare(List.of(frame(0, JPEG)));

        // when
        live.swap(locator("2", secondClosed));

        // then
        assertThat(live.weights()).isEqualTo(ref("2"));
        assertThat(versions(before.infer())).containsExactly("1");
        assertThat(firstClosed).isFalse();
        before.close();
        assertThat(firstClosed).isTrue();
        assertThat(versions(infer(live, frame(1, JPEG)))).containsExactly("2");
    }

    @Test
    void shouldKeepAVersionForWhoeverTriesABatchAgain() {
        // given
        try (ModelPin pin = live.pin()) {
            live.swap(locator("2", secondClosed));

            // then
            assertThat(versions(infer(pin, frame(0, JPEG)))).containsExactly("1");
            assertThat(firstClosed).isFalse();
        }
        assertThat(firstClosed).isTrue();
    }

    @Test
    void shouldFreeTheLastVersionWhenItIsClosed() {
        live.swap(locator("2", secondClosed));

        live.close();

        assertThat(secondClosed).isTrue();
    }

    private static LoadedLocator locator(String version, AtomicBoolean closed) {
        return FakeLocators.answering(ref(version), n -> List.of(sighting(n)), closed);
    }

    private static WeightsRef ref(String version) {
        return new WeightsRef("locator", version, "00");
    }

    private static Sighting sighting(int n) {
        return new Sighting(new Point(10 + n, 20), 16, 0.5);
    }

    private static FrameRequest frame(long sequence, byte[] image) {
        return Frames.of("gate", sequence, image);
    }

    private static List<FrameResult> infer(BatchInference model, FrameRequest... frames) {
        try (FrameBatch batch = model.prepare(List.of(frames))) {
            return batch.infer();
        }
    }

    private static List<String> versions(List<FrameResult> results) {
        return results.stream()
                .map(result -> ((Located) result).locator().getVersion())
                .toList();
    }
}
