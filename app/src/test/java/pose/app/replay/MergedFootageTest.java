package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedFootageTest {

    @Test
    void shouldGoByTimeAndThenByCameraWhateverOrderTheyAreNamedIn() {
        List<RecordedFrame> a = Recordings.camera("a", 3, 0, 20_000);
        List<RecordedFrame> b = Recordings.camera("b", 2, 0, 40_000);

        assertThat(merged(List.of(a, b)))
                .containsExactly("a0", "b0", "a1", "a2", "b1")
                .isEqualTo(merged(List.of(b, a)));
    }

    @Test
    void shouldKeepACamerasOrderWhereItsTimesGoBack() {
        List<RecordedFrame> a = List.of(
                Recordings.frame("a", 0, Recordings.EPOCH + 50, 1),
                Recordings.frame("a", 1, Recordings.EPOCH + 10, 1),
                Recordings.frame("a", 2, Recordings.EPOCH + 70, 1));
        List<RecordedFrame> b = List.of(
                Recordings.frame("b", 0, Recordings.EPOCH + 30, 1), Recordings.frame("b", 1, Recordings.EPOCH + 60, 1));

        assertThat(merged(List.of(a, b))).containsExactly("b0", "a0", "a1", "b1", "a2");
    }

    private static List<String> merged(List<List<RecordedFrame>> cameras) {
        List<String> names = new ArrayList<>();
        try (MergedFootage footage = new MergedFootage(
                cameras.stream().map(frames -> Recordings.footage(frames, null)).toList())) {
            for (Optional<RecordedFrame> next = footage.next(); next.isPresent(); next = footage.next()) {
                names.add(next.get().camera() + next.get().frame().getSequence());
            }
        }
        return names;
    }
}
