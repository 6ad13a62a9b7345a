package pose.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Skeleton;

/** What is kept of a camera; how long following takes is for {@code pose bench tracks} to say. */
class TrackStateTest {

    @Test
    void shouldKeepTenKilobytesOfTwelvePeople() {
        // given
        Film film = new Film();
        film.width = Crowd.WIDTH;
        film.height = Crowd.HEIGHT;
        film.scene = Optional.of(SceneSignature.ofLuma(new byte[SceneSignature.BYTES]));
        Crowd crowd = new Crowd(12, 1, new Crowd.Trouble(0.03, 0.05, 0.02, 0, 0, 0));

        // when
        for (int frame = 0; frame < 4000; frame++) {
            List<SeenPerson> seen = new ArrayList<>();
            crowd.next().forEach(sight -> seen.addAll(sight.seen()));
            film.show(looking(seen));
        }

        // then
        assertThat(film.tracks.tracks()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(film.tracks.toBytes()).hasSizeLessThan(10 * 1024);
    }

    /** With their colours. */
    private static List<SeenPerson> looking(List<SeenPerson> seen) {
        return seen.stream()
                .map(person -> person.withLooks(
                        Looks.seen(Skeleton.LSP14, person.keypoints(), person.extent(), (x, y) -> 0x204060)))
                .toList();
    }
}
