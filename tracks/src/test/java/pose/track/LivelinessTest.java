package pose.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import pose.skeleton.Keypoint;

/** Everyone is 120 pixels large, and the network's parts are off by 2 % of that. */
class LivelinessTest {

    private static final double EXTENT = 120;

    private final Film film = new Film();
    private final Random random = new Random(5);

    @Test
    void shouldSayThatARunnerPlaysWithinASecond() {
        // when at one extent a second
        boolean plays = show(25, seconds -> Body.pose(100 + EXTENT * seconds, 200, EXTENT, 0.5, 9 * seconds, 0.1));

        // then
        assertThat(plays).isTrue();
    }

    @Test
    void shouldSayThatWhoSquatsOnTheSpotPlays() {
        // when down by a third of the extent and up again in three seconds
        boolean plays = show(150, seconds -> {
            double down = 0.15 * EXTENT * (1 - Math.cos(2 * Math.PI * seconds / 3));
            return Body.pose(300, 200 + down, EXTENT, 0, 0, 0);
        });

        // then
        assertThat(plays).isTrue();
    }

    @Test
    void shouldNotSayThatASpectatorPlaysWhoStandsAndWaves() {
        // when
        boolean plays = show(250, seconds -> {
            List<Keypoint> pose = new ArrayList<>(Body.pose(300, 200, EXTENT, 0, 0, 0));
            Keypoint wrist = pose.get(6);
            double wave = 0.15 * EXTENT * Math.sin(6 * seconds);
            pose.set(6, new Keypoint(wrist.x() + wave, wrist.y(), wrist.score()));
            return pose;
        });

        // then
        assertThat(plays).isFalse();
    }

    @Test
    void shouldLetAPlayerStandForAWhileAndThenNotPlay() {
        // given one who ran for four seconds
        show(100, seconds -> Body.pose(100 + EXTENT * seconds, 200, EXTENT, 0.5, 9 * seconds, 0.1));

        // when standing for two seconds, and for a dozen more
        boolean soon = show(50, seconds -> Body.pose(100 + EXTENT * 4, 200, EXTENT, 0, 0, 0));
        boolean late = show(300, seconds -> Body.pose(100 + EXTENT * 4, 200, EXTENT, 0, 0, 0));

        // then
        assertThat(soon).isTrue();
        assertThat(late).isFalse();
    }

    /** Whether who is shown so many frames plays in the last. */
    private boolean show(int frames, DoubleFunction<List<Keypoint>> poses) {
        boolean plays = false;
        for (int frame = 0; frame < frames; frame++) {
            List<Keypoint> noisy = poses.apply(frame * 0.04).stream()
                    .map(part -> new Keypoint(
                            part.x() + 0.02 * EXTENT * random.nextGaussian(),
                            part.y() + 0.02 * EXTENT * random.nextGaussian(),
                            part.score()))
                    .toList();
            Keypoint hip = noisy.get(2);
            plays = film.show(Body.person(hip.x() + 0.07 * EXTENT, hip.y(), EXTENT, noisy))
                    .people()
                    .get(0)
                    .plays();
        }
        return plays;
    }
}
