package pose.app.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameChoiceTest {

    private static final long APART = 1_000_000;

    private static HardFrame frame(String camera, long timeUs, double value) {
        Hardness hardness = new Hardness(
                value,
                Set.of(HardReason.SCORE),
                0.5,
                java.util.Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        return new HardFrame(SeenPeople.event(camera, timeUs / 1000, timeUs, SeenPeople.standing(0.5)), hardness);
    }

    private static List<Long> times(List<HardFrame> frames) {
        return frames.stream().map(frame -> frame.event().getCaptureTimeUs()).toList();
    }

    @Test
    void shouldTakeTheHardestOfThoseTooCloseToEachOther() {
        FrameChoice choice = new FrameChoice(10, APART);
        choice.add(frame("a", 100_000, 1));
        choice.add(frame("a", 900_000, 3));
        choice.add(frame("a", 1_100_000, 2));
        choice.add(frame("a", 2_500_000, 2.5));

        assertThat(times(choice.chosen())).containsExactly(900_000L, 2_500_000L);
    }

    @Test
    void shouldTakeOnlyAsManyAsAskedForTheHardestOfAllCameras() {
        FrameChoice choice = new FrameChoice(2, APART);
        choice.add(frame("a", 0, 1));
        choice.add(frame("b", 0, 3));
        choice.add(frame("a", 5_000_000, 2));

        List<HardFrame> chosen = choice.chosen();

        assertThat(chosen)
                .extracting(
                        frame -> frame.event().getCamera() + frame.hardness().value())
                .containsExactly("b3.0", "a2.0");
    }

    @Test
    void shouldKeepApartFromWhatWasMinedEarlier() {
        FrameChoice choice = new FrameChoice(10, APART);
        choice.keepApartFrom("a", 1_500_000);
        choice.add(frame("a", 600_000, 9));
        choice.add(frame("a", 2_600_000, 1));
        choice.add(frame("b", 1_500_000, 1));

        assertThat(times(choice.chosen())).containsExactlyInAnyOrder(2_600_000L, 1_500_000L);
    }

    @Test
    void shouldTakeEveryFrameOnceWhereNothingHasToBeApart() {
        FrameChoice choice = new FrameChoice(10, 0);
        choice.keepApartFrom("a", 2);
        for (long time : List.of(1, 2, 3, 3)) {
            choice.add(frame("a", time, (double) time));
        }

        assertThat(times(choice.chosen())).containsExactly(3L, 1L);
    }

    @Test
    void shouldChooseTheSameWhateverCamerasComeFirstAndNeverTwoTooClose() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<List<HardFrame>> cameras = new ArrayList<>();
            for (String camera : List.of("a", "b", "c")) {
                List<HardFrame> frames = new ArrayList<>();
                for (long time = 0; time < 60_000_000; time += 100_000) {
                    frames.add(frame(camera, time, random.nextInt(50) / 10.0));
                }
                cameras.add(frames);
            }
            FrameChoice one = new FrameChoice(25, APART);
            cameras.forEach(frames -> frames.forEach(one::add));
            FrameChoice other = new FrameChoice(25, APART);
            List<Integer> turns = new ArrayList<>();
            for (int camera = 0; camera < 3; camera++) {
                turns.addAll(Collections.nCopies(600, camera));
            }
            Collections.shuffle(turns, random);
            int[] next = new int[3];
            turns.forEach(camera -> other.add(cameras.get(camera).get(next[camera]++)));

            List<HardFrame> chosen = one.chosen();

            assertThat(other.chosen()).isEqualTo(chosen);
            assertThat(chosen).hasSize(25).isSortedAccordingTo(HardFrame.HARDEST_FIRST);
            Map<String, List<Long>> byCamera = new HashMap<>();
            chosen.forEach(frame -> byCamera.computeIfAbsent(frame.event().getCamera(), key -> new ArrayList<>())
                    .add(frame.event().getCaptureTimeUs()));
            byCamera.values().forEach(times -> {
                Collections.sort(times);
                for (int i = 1; i < times.size(); i++) {
                    assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(APART);
                }
            });
        }
    }
}
