package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.Break;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.ingest.source.mpegts.MpegTsSource;

/** What a live session makes of packets that are lost and of clocks that are set, in a transport stream over real datagrams. */
@Timeout(180)
class DamagedStreamTest {

    private static final int PICTURES = 60;
    private static final long STEP_US = 40_000;
    private static final Duration QUICK = Duration.ofMillis(2);
    /** So that all pictures together take longer than the timeout. */
    private static final Duration SLOW = Duration.ofMillis(50);

    private static final SourceOptions OPTIONS =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofMillis(1500)));

    @TempDir
    static Path folder;

    private static TsRecording recording = new TsRecording(List.of());
    private static List<CapturedFrame> whole = List.of();

    @BeforeAll
    static void record() throws Exception {
        recording = TsRecording.of(folder, PICTURES);
        whole = framesOf(recording, QUICK);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(PICTURES - 1);
    }

    @Test
    void shouldWaitForTheNextKeyPictureAfterALossAndTellWhatItCost() throws Exception {
        // given
        int lost = recording.beginOf(23) + 2;

        // when
        List<CapturedFrame> frames = framesOf(recording.without(index -> index == lost), QUICK);

        // then
        assertThat(frames)
                .extracting(CapturedFrame::ptsUs)
                .startsWith(0L, STEP_US)
                .contains(22 * STEP_US, 30 * STEP_US);
        CapturedFrame back = frames.get(23);
        assertThat(back.ptsUs()).isEqualTo(30 * STEP_US);
        assertThat(back.before()).hasValue(new Break(Break.Cause.CORRUPT, 7, "7 pictures could not be decoded"));
        assertAllWhole(frames);
    }

    @Test
    void shouldCountPicturesThatAreLostAltogether() throws Exception {
        // given: from the middle of one to the middle of another
        int from = recording.beginOf(32) + 1;
        int to = recording.beginOf(36) + 1;

        // when
        List<CapturedFrame> frames = framesOf(recording.without(index -> index >= from && index < to), QUICK);

        // then
        assertThat(frames.get(32).ptsUs()).isEqualTo(40 * STEP_US);
        assertThat(frames.get(32).before().orElseThrow().missing()).isEqualTo(8);
        assertAllWhole(frames);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldHandOutOnlyWholePicturesWhateverIsLost(long seed) throws Exception {
        // given: 1 packet in 100
        Random chance = new Random(seed);
        int afterFirst = recording.beginOf(11);

        // when
        List<CapturedFrame> frames =
                framesOf(recording.without(index -> index > afterFirst && chance.nextInt(100) == 0), QUICK);

        // then
        assertAllWhole(frames);
        long missing = frames.stream()
                .flatMap(frame -> frame.before().stream())
                .mapToLong(Break::missing)
                .sum();
        long last = frames.get(frames.size() - 1).ptsUs() / STEP_US;
        assertThat(frames.size() + missing).as("seed %d", seed).isEqualTo(last + 1);
    }

    @Test
    void shouldBeginWithTheFirstKeyPicture() throws Exception {
        // given: one that is joined in the middle
        int from = recording.beginOf(13);

        // when: tables come ten times a second
        List<CapturedFrame> frames = framesOf(recording.without(index -> index > 2 && index < from), QUICK);

        // then
        assertThat(frames.get(0).jpeg()).isEqualTo(whole.get(20).jpeg());
        assertThat(frames.get(0).ptsUs()).isZero();
        assertThat(frames.get(0).before()).isEmpty();
    }

    @Test
    void shouldGoOnWhereTheCameraBeginsAnew() throws Exception {
        // when: the second is what a camera that was switched off and on sends
        List<CapturedFrame> frames =
                framesOf(recording.stamped(stamp -> stamp + 900_000_000).then(recording), QUICK);

        // then
        List<CapturedFrame> reset =
                frames.stream().filter(frame -> frame.before().isPresent()).toList();
        assertThat(reset).hasSize(1);
        Break before = reset.get(0).before().orElseThrow();
        assertThat(before.cause()).isEqualTo(Break.Cause.RESET);
        assertThat(before.detail()).startsWith("the camera's clock went back by 1000");
        assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
        assertThat(frames).extracting(CapturedFrame::captureTimeUs).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldGoOnWhereTheStampsWrap() throws Exception {
        // given
        long end = 1L << 33;

        // when: the 33 bits end after picture 20
        List<CapturedFrame> frames = framesOf(recording.stamped(stamp -> stamp + end - 126_000 - 20 * 3600), QUICK);

        // then
        assertThat(frames).hasSameSizeAs(whole);
        assertThat(frames).allMatch(frame -> frame.before().isEmpty());
        assertThat(frames.get(50).ptsUs()).isEqualTo(50 * STEP_US);
    }

    @Test
    void shouldReadPicturesWithoutAStampAtTheUsualInterval() throws Exception {
        // when: every third is stamped
        List<CapturedFrame> frames = framesOf(recording.unstamped(picture -> picture % 3 != 0), QUICK);

        // then
        assertThat(frames).hasSizeGreaterThanOrEqualTo(PICTURES - 2);
        assertAllWhole(frames);
    }

    @Test
    void shouldPutPicturesInSeveralPacketsTogether() throws Exception {
        // when
        List<CapturedFrame> frames = framesOf(recording.inHalves(), QUICK);

        // then: what came before the second half was seen is lost, up to the next key picture
        assertThat(frames).hasSizeGreaterThanOrEqualTo(PICTURES - TsRecording.KEY_EVERY - 2);
        assertThat(frames.get(0).jpeg())
                .isEqualTo(whole.get(TsRecording.KEY_EVERY).jpeg());
        assertThat(frames).allMatch(frame -> frame.before().isEmpty());
    }

    @Test
    void shouldCallACameraWhoseStampsStandStillStalled() throws Exception {
        assertThatThrownBy(() -> framesOf(recording.stamped(stamp -> 126_000), SLOW))
                .hasMessageEndingWith("sends pictures whose time stamps stand still (waited 1.5 s)")
                .asInstanceOf(type(SourceException.class))
                .returns(Fault.STALLED, SourceException::fault);
    }

    @Test
    void shouldCallACameraWithoutAWholePictureStalled() throws Exception {
        // given: no key picture ever
        int from = recording.beginOf(1);

        assertThatThrownBy(() -> framesOf(
                        recording.without(
                                index -> (index > 2 && index < from) || (index > from && isInKeyPicture(index))),
                        SLOW))
                .hasMessageContaining("gave no whole picture (waited 1.5 s; ")
                .asInstanceOf(type(SourceException.class))
                .returns(Fault.STALLED, SourceException::fault);
    }

    private static boolean isInKeyPicture(int index) {
        for (int key = TsRecording.KEY_EVERY; key < PICTURES; key += TsRecording.KEY_EVERY) {
            if (index >= recording.beginOf(key) && index < recording.beginOf(key + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Each is, to the byte, the picture that an undamaged stream has at its place. */
    private static void assertAllWhole(List<CapturedFrame> frames) {
        Map<Long, byte[]> byTime = new HashMap<>();
        whole.forEach(frame -> byTime.put(frame.ptsUs(), frame.jpeg()));
        assertThat(frames).allSatisfy(frame -> assertThat(frame.jpeg()).isEqualTo(byTime.get(frame.ptsUs())));
    }

    /** All frames until the camera falls silent. */
    private static List<CapturedFrame> framesOf(TsRecording sent, Duration between) throws Exception {
        List<CapturedFrame> frames = new ArrayList<>();
        try (TsCamera camera = new TsCamera(sent, 1, between);
                FrameSource source = opened(camera)) {
            while (true) {
                frames.add(source.next().orElseThrow());
            }
        } catch (SourceException e) {
            // Silence, or after a loss that no key picture followed.
            String why = String.valueOf(e.getMessage());
            boolean withoutKey = !frames.isEmpty() && why.contains("gave no whole picture");
            if (!withoutKey && !why.contains("sends nothing")) {
                throw e;
            }
        }
        return frames;
    }

    /** Opening waits for pictures, so the camera begins when the port is bound: what it sends before is lost. */
    private static FrameSource opened(TsCamera camera) throws Exception {
        Thread starter = new Thread(() -> {
            Bound.await(camera.port());
            camera.start();
        });
        starter.start();
        return MpegTsSource.open(NetworkUrl.parse(camera.url()), OPTIONS, Clock.systemUTC());
    }
}
