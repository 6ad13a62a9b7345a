package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pose.cpm.DecodedPicture;
import pose.cpm.PersonLocator;
import pose.cpm.Sighting;
import pose.schema.Encoding;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Pose;

class LiveModelTest {

    private static final byte[] JPEG = jpeg(64, 48);

    private final FakeModel model = new FakeModel("first");

    /** As many people in a picture as it is wide in tens of pixels. */
    private static final PersonLocator CROWD = (width, height) ->
            IntStream.range(0, width / 10).mapToObj(i -> new Box(i, 0, 10, 10)).toList();

    @Test
    void shouldLookAtTheWholeImage() {
        List<FrameResult> results = infer(live(PersonLocator.WHOLE_IMAGE), List.of(request(0, JPEG)));

        assertThat(results).singleElement().isInstanceOfSatisfying(Inferred.class, seen -> {
            assertThat(seen.people())
                    .singleElement()
                    .satisfies(p -> assertThat(p.box()).isEqualTo(new Box(8, 0, 48, 48)));
            assertThat(seen.weights()).isEqualTo(new WeightsRef("fake", "first", "00"));
            assertThat(seen.skeleton()).isEqualTo("lsp14");
        });
    }

    @Test
    void shouldGiveEachFrameItsOwnPeopleInOneCall() {
        // given pictures of 2, 0 and 3 people, one of them broken
        List<FrameRequest> batch = List.of(
                request(0, 20, jpeg(20, 10)),
                request(1, Arrays.copyOf(JPEG, JPEG.length / 2)),
                request(2, 8, jpeg(8, 10)),
                request(3, 30, jpeg(30, 10)));

        // when
        List<FrameResult> results = infer(live(CROWD), batch);

        // then
        assertThat(results).hasSize(4);
        assertThat(boxes(results.get(0))).containsExactly(0.0, 1.0);
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        Poison.class, p -> assertThat(p.reason()).contains("JPEG"));
        assertThat(boxes(results.get(2))).isEmpty();
        assertThat(boxes(results.get(3))).containsExactly(0.0, 1.0, 2.0);
        assertThat(model.calls).isEqualTo(1);
    }

    @Test
    void shouldLookWhereSomebodySaidThatPeopleAre() {
        // given
        Located two = new Located(
                List.of(new Sighting(new Point(20, 24), 8, 0.9), new Sighting(new Point(40, 24), 16, 0.5)),
                Frames.LOCATOR);
        Located nobody = new Located(List.of(), Frames.LOCATOR);
        List<FrameRequest> batch = List.of(
                request(0, JPEG).with(two), request(1, JPEG), request(2, JPEG).with(nobody));

        // when
        List<FrameResult> results = infer(live(PersonLocator.WHOLE_IMAGE), batch);

        // then the square around each with the margin that the network was trained with
        assertThat(results.get(0)).isInstanceOfSatisfying(Inferred.class, seen -> {
            assertThat(seen.people())
                    .extracting(Pose::box)
                    .containsExactly(new Box(15, 19, 10, 10), new Box(30, 14, 20, 20));
            assertThat(seen.located()).contains(two);
        });
        assertThat(results.get(1)).isInstanceOfSatisfying(Inferred.class, seen -> {
            assertThat(seen.people()).extracting(Pose::box).containsExactly(new Box(8, 0, 48, 48));
            assertThat(seen.located()).isEmpty();
        });
        assertThat(results.get(2)).isInstanceOfSatisfying(Inferred.class, seen -> {
            assertThat(seen.people()).isEmpty();
            assertThat(seen.located()).contains(nobody);
        });
        assertThat(model.calls).isEqualTo(1);
    }

    @Test
    void shouldTellWhatTheSceneOfALocatedFrameLooksLike() {
        FrameRequest located = request(0, JPEG).with(Frames.people(1));

        List<FrameResult> results = infer(live(PersonLocator.WHOLE_IMAGE), List.of(located, request(1, JPEG)));

        // then that of a black picture
        assertThat(results.get(0))
                .isInstanceOfSatisfying(
                        Inferred.class, seen -> assertThat(seen.scene()).isPresent());
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        Inferred.class, seen -> assertThat(seen.scene()).isEmpty());
    }

    @Test
    void shouldTellOfSomebodyWhoWasFoundTwiceOnce() {
        // given two sightings less than a pixel apart, and somebody else
        Sighting first = new Sighting(new Point(20, 24), 16, 0.5);
        Sighting again = new Sighting(new Point(20.4, 24), 16, 0.9);
        Sighting other = new Sighting(new Point(50, 24), 16, 0.5);
        FrameRequest located = request(0, JPEG).with(new Located(List.of(first, again, other), Frames.LOCATOR));

        // when
        List<FrameResult> results = infer(live(PersonLocator.WHOLE_IMAGE), List.of(located));

        // then
        assertThat(results.get(0)).isInstanceOfSatisfying(Inferred.class, seen -> {
            assertThat(seen.located().orElseThrow().sightings()).containsExactly(first, other);
            assertThat(seen.people()).extracting(Pose::box).containsExactly(first.subjectBox(), other.subjectBox());
        });
    }

    @Test
    void shouldDecodeAPictureOnceForBothStages() {
        // given a frame whose picture was decoded to locate people in it
        PictureRoom room = new PictureRoom(1 << 20);
        FrameRequest frame = request(0, JPEG).keptIn(room);
        List<DecodedPicture> seen = new ArrayList<>();
        Preparation.begin(frame, Runnable::run, seen::add).settle();
        assertThat(room.used()).isEqualTo(3 * 64 * 48);

        // when
        Preparation second = Preparation.begin(frame.with(Frames.people(0)), Runnable::run, seen::add);

        // then
        assertThat(second.trouble()).isEmpty();
        assertThat(seen.get(1)).isSameAs(seen.get(0));
        assertThat(room.used()).isZero();
    }

    @Test
    void shouldRefuseASightingTooFew() {
        Located nobody = new Located(List.of(), Frames.LOCATOR);
        Inferred seen = Frames.somebodyIn(Frames.frame(0));

        assertThatThrownBy(() -> new Inferred(seen.people(), seen.skeleton(), seen.weights(), Optional.of(nobody)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 people of 0 sightings; there must be one each");
    }

    @Test
    void shouldNotAskTheModelWhenNobodyIsThere() {
        List<FrameResult> results = infer(live((width, height) -> List.of()), List.of(request(0, JPEG)));

        assertThat(boxes(results.get(0))).isEmpty();

        assertThat(model.calls).isZero();
    }

    @Test
    void shouldTakeBytesThatAreNoJpegForPoison() {
        List<FrameResult> results =
                infer(live(CROWD), List.of(request(0, new byte[0]), request(1, new byte[] {1, 2, 3})));

        assertThat(results).hasOnlyElementsOfType(Poison.class);
    }

    @Test
    void shouldTakeAnUnknownEncodingForPoison() {
        FrameRequest unknown = new FrameRequest(Frames.frame(0, 64, 48, Encoding.UNKNOWN, JPEG));

        assertThat(infer(live(CROWD), List.of(unknown)))
                .containsExactly(new Poison("the picture's encoding is UNKNOWN; only JPEG can be decoded"));
    }

    @Test
    void shouldTakeAPictureOfAnotherSizeThanTheFrameSaysForPoison() {
        FrameRequest liar = new FrameRequest(Frames.frame(0, 640, 48, Encoding.JPEG, JPEG));

        assertThat(infer(live(CROWD), List.of(liar)))
                .containsExactly(new Poison("the frame says 640×48 pixels, its picture has 64×48"));
    }

    @Test
    void shouldLetAnEngineFailureThrough() {
        model.failure = new IllegalStateException("the device is gone");

        assertThatThrownBy(() -> infer(live(CROWD), List.of(request(0, JPEG)))).isSameAs(model.failure);
    }

    @Test
    void shouldLetAnotherVersionTakeOverAndCloseTheOneBefore() {
        // given
        LiveModel live = live(PersonLocator.WHOLE_IMAGE);
        FakeModel second = new FakeModel("second");

        // when
        live.swap(second.loaded());

        // then
        assertThat(model.closed).isTrue();
        assertThat(second.closed).isFalse();
        assertThat(live.weights().getVersion()).isEqualTo("second");
        assertThat(infer(live, List.of(request(0, JPEG))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Inferred.class,
                        seen -> assertThat(seen.weights().getVersion()).isEqualTo("second"));
    }

    @Test
    void shouldKeepTheVersionBeforeUntilItsLastBatchIsDone() {
        // given a batch that was begun before the other version took over
        LiveModel live = live(PersonLocator.WHOLE_IMAGE);
        FrameBatch begun = live.prepare(List.of(request(0, JPEG)));

        // when
        live.swap(new FakeModel("second").loaded());

        // then
        assertThat(model.closed).isFalse();
        assertThat(begun.infer())
                .singleElement()
                .isInstanceOfSatisfying(
                        Inferred.class,
                        seen -> assertThat(seen.weights().getVersion()).isEqualTo("first"));
        begun.close();
        assertThat(model.closed).isTrue();
    }

    @Test
    void shouldWriteEveryPictureBeforeItsPlaceIsGivenBack() {
        // given a batch that nobody infers
        LiveModel live = live(PersonLocator.WHOLE_IMAGE);
        FrameBatch begun = live.prepare(List.of(request(0, JPEG), request(1, new byte[] {1, 2, 3}), request(2, JPEG)));

        // when
        begun.close();

        // then
        assertThat(model.written).hasValue(2);
        assertThat(model.closedBatches).isEqualTo(1);
    }

    @Test
    void shouldTakeSizesThatAreNoneForPoison() {
        FrameRequest flat = new FrameRequest(Frames.frame(0, 0, -1, Encoding.JPEG, JPEG));

        assertThat(infer(live(PersonLocator.WHOLE_IMAGE), List.of(flat)))
                .containsExactly(new Poison("the frame says 0×-1 pixels; allowed: at least 1 on a side"));
    }

    @Test
    void shouldCloseItsModel() {
        live(CROWD).close();

        assertThat(model.closed).isTrue();
    }

    private LiveModel live(PersonLocator locator) {
        return FakeModel.live(model, locator);
    }

    private static List<FrameResult> infer(LiveModel live, List<FrameRequest> frames) {
        try (FrameBatch batch = live.prepare(frames)) {
            return batch.infer();
        }
    }

    private static List<Double> boxes(FrameResult result) {
        assertThat(result).isInstanceOf(Inferred.class);
        return ((Inferred) result).people().stream().map(p -> p.box().x()).toList();
    }

    private static FrameRequest request(long sequence, byte[] image) {
        return new FrameRequest(Frames.frame(sequence, image));
    }

    private static FrameRequest request(long sequence, int width, byte[] image) {
        return new FrameRequest(Frames.frame(sequence, width, 10, Encoding.JPEG, image));
    }

    static byte[] jpeg(int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
