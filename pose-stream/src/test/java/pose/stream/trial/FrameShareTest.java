package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pose.schema.Frame;

class FrameShareTest {

    @Test
    void shouldIncludeAboutItsShareOfEveryCamerasFrames() {
        for (String camera : List.of("a", "b", "gate-1", "gate-2")) {
            long included = frames(camera).stream()
                    .filter(new FrameShare(0.2)::includes)
                    .count();

            assertThat(included / 5000.0).as(camera).isCloseTo(0.2, within(0.03));
        }
    }

    @Test
    void shouldIncludeEveryFrameOfASmallerShare() {
        List<Frame> few =
                frames("yard").stream().filter(new FrameShare(0.1)::includes).toList();

        assertThat(few).isNotEmpty().allMatch(new FrameShare(0.2)::includes);
    }

    @Test
    void shouldNotTakeTheSameFramesOfEveryCamera() {
        List<Long> one = sequences("gate-1");
        List<Long> other = sequences("gate-2");

        // Of two independent fifths a fifth is common.
        assertThat(one.stream().filter(other::contains).count()).isLessThan(one.size() / 2);
    }

    private static List<Long> sequences(String camera) {
        return frames(camera).stream()
                .filter(new FrameShare(0.2)::includes)
                .map(Frame::getSequence)
                .toList();
    }

    private static List<Frame> frames(String camera) {
        return LongStream.range(0, 5000)
                .mapToObj(i -> TrialFrames.served(camera, i, 1).request().frame())
                .toList();
    }
}
