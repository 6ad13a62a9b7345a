package pose.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pose.track.TrackChange.Kind;

class CameraTracksTest {

    private static final SeenPerson ANNA = Body.standing(200, 180, 120);
    private static final SeenPerson BERTA = Body.standing(450, 180, 110);

    private final Film film = new Film();

    @Test
    void shouldNumberSomeoneAtTheSecondSighting() {
        // given
        TrackStep first = film.show(ANNA, BERTA);

        // when
        TrackStep second = film.show(BERTA, ANNA);

        // then
        assertThat(Film.ids(first)).containsExactly(0L, 0L);
        assertThat(first.changes()).isEmpty();
        assertThat(Film.ids(second)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED);
    }

    @Test
    void shouldKnowPeopleAgainInWhateverOrderTheyCome() {
        // given
        List<Long> ids = Film.ids(film.show(2, ANNA, BERTA));

        // when
        List<Long> turned = Film.ids(film.show(BERTA, ANNA));

        // then
        assertThat(turned).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void shouldSpendNoNumberOnASightingThatComesOnce() {
        // given
        film.show(2, ANNA);

        // when
        film.show(ANNA, BERTA);
        film.show(3, ANNA);
        TrackStep later = film.show(2, ANNA, Body.standing(600, 100, 50));

        // then
        assertThat(Film.ids(later)).containsExactly(1L, 2L);
    }

    @Test
    void shouldTellOfLossAndReturnAndKeepTheNumber() {
        // given
        film.show(2, ANNA);

        // when unseen for 1.5 s
        for (int i = 0; i < 37; i++) {
            film.show();
        }
        TrackStep back = film.show(2, ANNA);

        // then
        assertThat(Film.ids(back)).containsExactly(1L);
        assertThat(film.changes)
                .extracting(TrackChange::kind, TrackChange::track)
                .containsExactly(
                        tuple(Kind.ENTERED, OptionalLong.of(1)),
                        tuple(Kind.LOST, OptionalLong.of(1)),
                        tuple(Kind.FOUND, OptionalLong.of(1)));
    }

    @Test
    void shouldGoOnAtOnceAfterAMissOfAFewFrames() {
        // given
        film.show(5, ANNA);

        // when unseen for 160 ms
        film.show();
        film.show();
        film.show();
        TrackStep back = film.show(ANNA);

        // then
        assertThat(Film.ids(back)).containsExactly(1L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED);
    }

    @Test
    void shouldNotTakeASightingThatComesOnceForSomeoneLongUnseen() {
        // given
        film.show(5, ANNA, BERTA);
        for (int i = 0; i < 30; i++) {
            film.show(BERTA);
        }

        // when something is seen near by, and then Anna
        film.show(BERTA, Body.standing(260, 200, 110));
        film.show(BERTA);
        film.show(BERTA);
        film.show(BERTA, ANNA);
        TrackStep back = film.show(BERTA, ANNA);

        // then
        assertThat(Film.ids(back).get(1))
                .isEqualTo(film.changes.get(film.changes.size() - 1).track().orElseThrow());
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED, Kind.LOST, Kind.FOUND);
        assertThat(film.tracks.lastId()).isEqualTo(2);
    }

    @Test
    void shouldEndATrackAfterItsTimeToLiveAndNeverGiveTheNumberAgain() {
        // given
        film.show(2, ANNA);

        // when unseen for 2.04 s by capture time, in two frames
        film.show();
        film.timeUs += 2_000_000;
        film.show(ANNA);
        TrackStep back = film.show(ANNA);

        // then
        assertThat(Film.ids(back)).containsExactly(2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.LEFT, Kind.ENTERED);
    }

    @Test
    void shouldBeginAnewWithAnEpoch() {
        // given
        film.show(2, ANNA, BERTA);

        // when
        film.epoch++;
        film.sequence = 0;
        film.timeUs = 1_000_000;
        film.show(ANNA);
        TrackStep step = film.show(ANNA);

        // then
        assertThat(Film.ids(step)).containsExactly(1L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED, Kind.LEFT, Kind.LEFT, Kind.ENTERED);
    }

    @Test
    void shouldChangeNothingAtAFrameSeenBefore() {
        // given
        film.show(3, ANNA, BERTA);
        SeenFrame again = film.frame(List.of(BERTA, ANNA));
        TrackStep first = film.show(BERTA, ANNA);
        film.show(5, ANNA);

        // when
        TrackStep step = film.tracks.see(again, film.settings);

        // then
        assertThat(step.next()).isSameAs(film.tracks);
        assertThat(step.changes()).isEmpty();
        assertThat(Film.ids(step)).isEqualTo(Film.ids(first));
    }

    @Test
    void shouldGoOnTheSameFromBytes() throws BrokenTracksException {
        // given
        film.show(7, ANNA, BERTA);
        film.show(ANNA, Body.standing(100, 100, 40));

        // when
        CameraTracks read = CameraTracks.fromBytes(film.tracks.toBytes());

        // then
        SeenFrame next = film.frame(List.of(Body.standing(205, 183, 118), BERTA, Body.standing(101, 100, 41)));
        TrackStep fromBytes = read.see(next, film.settings);
        TrackStep direct = film.tracks.see(next, film.settings);
        assertThat(fromBytes.people()).isEqualTo(direct.people());
        assertThat(fromBytes.changes()).isEqualTo(direct.changes());
        assertThat(fromBytes.next().toBytes()).isEqualTo(direct.next().toBytes());
    }
}
