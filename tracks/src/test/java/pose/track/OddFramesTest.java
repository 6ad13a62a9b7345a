package pose.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.track.TrackChange.Kind;

class OddFramesTest {

    private static final SeenPerson ANNA = Body.standing(200, 180, 120);

    private final Film film = new Film();

    @Test
    void shouldFollowTwoHundredPeople() {
        // given
        List<SeenPerson> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            people.add(Body.standing(20 + i % 20 * 31, 10 + i / 20 * 35, 30));
        }
        film.show(people);
        film.show(people);
        List<Long> ids = Film.ids(film.show(people));

        // when
        Collections.reverse(people);
        List<Long> turned = new ArrayList<>(Film.ids(film.show(people)));

        // then
        Collections.reverse(turned);
        assertThat(ids).doesNotHaveDuplicates().doesNotContain(0L).hasSize(200);
        assertThat(turned).isEqualTo(ids);
    }

    @Test
    void shouldFollowPeopleOfNoSize() {
        // given
        SeenPerson dot = new SeenPerson(new Box(100, 50, 0, 0), 0.5, Body.pose(100, 50, 0, 0, 0, 0));

        // when
        TrackStep step = film.show(4, dot);

        // then
        assertThat(Film.ids(step)).containsExactly(1L);
        assertThat(step.people().get(0).smoothed())
                .allSatisfy(part -> assertThat(part.x()).isEqualTo(100));
    }

    @Test
    void shouldLetPlacesThatAreNoNumbersNotSpoilTheRest() {
        // given
        film.show(3, ANNA);
        List<Keypoint> broken = Collections.nCopies(14, new Keypoint(Double.NaN, 0, Double.NaN));

        // when
        film.show(new SeenPerson(ANNA.box(), 0.9, broken), new SeenPerson(new Box(Double.NaN, 0, 1, 1), 0.9, broken));
        film.show(2, ANNA);
        TrackStep step = film.show(ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(1L);
        assertThat(step.people().get(0).smoothed().get(0).x())
                .isBetween(
                        ANNA.keypoints().get(0).x() - 1, ANNA.keypoints().get(0).x() + 1);
    }

    @Test
    void shouldBeginAnewAfterAnHour() {
        // given
        film.show(3, ANNA);

        // when
        film.timeUs += 3_600_000_000L;
        film.show(ANNA);
        TrackStep step = film.show(ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.LEFT, Kind.ENTERED);
        assertThat(step.cut()).isFalse();
    }

    @Test
    void shouldFollowOnWhereAClockGoesBackALittle() {
        // given
        film.show(5, ANNA);

        // when every frame from now on is half a second early
        film.timeUs -= 500_000;
        TrackStep step = film.show(20, ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(1L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED);
    }

    @Test
    void shouldBeginAnewWhereAClockGoesBackFar() {
        // given
        film.show(5, ANNA);

        // when
        film.timeUs -= 3_600_000_000L;
        TrackStep step = film.show(3, ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.LEFT, Kind.ENTERED);
    }

    @Test
    void shouldBeginAnewWithAnEpochFromBeforeThatIsNew() {
        // given a camera whose clock was put right: its next run has an earlier epoch
        film.show(3, ANNA);
        film.epoch -= 500_000;
        film.sequence = 0;

        // when
        TrackStep step = film.show(2, ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(1L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.LEFT, Kind.ENTERED);
    }

    @Test
    void shouldChangeNothingAtFramesOfAnEpochThatIsOver() {
        // given
        film.show(3, ANNA);
        SeenFrame old = film.frame(List.of(ANNA));
        film.epoch++;
        film.show(3, ANNA);

        // when
        TrackStep step = film.tracks.see(old, film.settings);

        // then
        assertThat(step.next()).isSameAs(film.tracks);
        assertThat(Film.ids(step)).containsExactly(0L);
    }

    @Test
    void shouldRefuseBytesThatAreNoTracksInOneLine() {
        // given
        film.show(3, ANNA);
        byte[] bytes = film.tracks.toBytes();
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        byte[] newer = bytes.clone();
        newer[0] = 9;

        // then
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CameraTracks.fromBytes(shorter)).isInstanceOf(BrokenTracksException.class);
        }
        assertThatThrownBy(() -> CameraTracks.fromBytes(longer))
                .isInstanceOf(BrokenTracksException.class)
                .hasMessage("1 bytes follow the tracks");
        assertThatThrownBy(() -> CameraTracks.fromBytes(newer))
                .isInstanceOf(BrokenTracksException.class)
                .hasMessage("tracks of version 9; known are 1 and 2");
    }
}
