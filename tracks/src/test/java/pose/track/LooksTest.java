package pose.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.track.TrackChange.Kind;

class LooksTest {

    private static final int RED = 0xC03030;
    private static final int BLUE = 0x3040C0;
    private static final double EXTENT = 120;

    private final Film film = new Film();

    @Test
    void shouldBeAlikeInOtherLightAndUnlikeInOtherClothes() {
        // given
        LastingLooks known = LastingLooks.of(looks(200, RED));

        // when
        double same = known.against(looks(250, RED));
        double darker = known.against(looks(250, 0xA02727));
        double other = known.against(looks(250, BLUE));

        // then
        assertThat(same).isNegative();
        assertThat(darker).isNegative();
        assertThat(other).isGreaterThan(20);
    }

    @Test
    void shouldSayNothingOfWhatIsBeyondThePicture() {
        // given
        List<Keypoint> parts = Body.pose(200, 180, EXTENT, 0, 0, 0);

        // when
        Looks unseen = Looks.seen(Skeleton.LSP14, parts, EXTENT, (x, y) -> -1);

        // then
        assertThat(unseen).isEqualTo(Looks.UNKNOWN);
        assertThat(LastingLooks.of(looks(200, RED)).against(unseen)).isZero();
    }

    @Test
    void shouldCountUnsurePartsLess() {
        // given
        List<Keypoint> unsure = Body.pose(200, 180, EXTENT, 0, 0, 0).stream()
                .map(part -> new Keypoint(part.x(), part.y(), 0.1))
                .toList();

        // when
        Looks seen = Looks.seen(Skeleton.LSP14, unsure, EXTENT, (x, y) -> RED);

        // then
        assertThat(seen.sightings()).isBetween(0.3, 0.4);
    }

    @Test
    void shouldBeTheSameOnceWrittenDown() {
        // given
        Looks looks = looks(200, RED).with(looks(200, BLUE), 200);
        short[] grid = new short[Looks.REGIONS * Looks.VALUES_A_REGION];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = looks.grid(i);
        }

        // when
        Looks read = Looks.ofGrid(grid);

        // then
        assertThat(read).isEqualTo(looks);
    }

    @Test
    void shouldKnowPeopleByTheirClothesWhoTurnBackBehindEachOther() {
        // given two who run towards each other until one hides the other, and back: by motion they ran past each other
        film.width = 1280;
        double meeting = 640;
        for (int frame = 0; frame < 25; frame++) {
            film.show(dressed(meeting - 6 * (25 - frame), RED), dressed(meeting + 6 * (25 - frame), BLUE));
        }
        List<Long> before = Film.ids(film.show(dressed(meeting, RED)));

        // when
        TrackStep apart = film.show();
        for (int frame = 1; frame < 40; frame++) {
            apart = film.show(dressed(meeting - 6 * frame, RED), dressed(meeting + 6 * frame, BLUE));
        }

        // then
        assertThat(before).containsExactly(1L);
        assertThat(Film.ids(apart)).containsExactly(1L, 2L);
        assertThat(film.tracks.lastId()).isEqualTo(2);
    }

    @Test
    void shouldPutAMixUpRightOnceAndTellOfIt() {
        // given two who in truth changed places while nobody saw them
        film.show(20, dressed(200, RED), dressed(450, BLUE));
        film.show();

        // when
        TrackStep later = film.show(20, dressed(205, BLUE), dressed(445, RED));

        // then
        assertThat(Film.ids(later)).containsExactly(2L, 1L);
        assertThat(film.kinds())
                .containsExactly(Kind.ENTERED, Kind.ENTERED, Kind.LOST, Kind.LOST, Kind.FOUND, Kind.FOUND);
    }

    @Test
    void shouldLeaveTeamMatesAsTheyAre() {
        // given two in the same kit
        film.show(20, dressed(200, RED), dressed(450, RED));

        // when
        TrackStep later = film.show(40, dressed(205, 0xC53433), dressed(445, 0xBB2D2E));

        // then
        assertThat(Film.ids(later)).containsExactly(1L, 2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED);
    }

    @Test
    void shouldTellTeamMatesApartWhoseHueDiffersALittleButSteadily() {
        // given two who in truth changed places while nobody saw them
        film.show(60, dressed(200, 0xC03030), dressed(450, 0xC04038));
        film.show();

        // when
        TrackStep later = film.show(20, dressed(205, 0xC04038), dressed(445, 0xC03030));

        // then
        assertThat(Film.ids(later)).containsExactly(2L, 1L);
    }

    @Test
    void shouldSayLessOfAPatternThanOfPlainCloth() {
        // given
        LastingLooks plain = LastingLooks.of(looks(200, RED));
        LastingLooks pattern = plain;
        for (int sighting = 0; sighting < 40; sighting++) {
            plain = plain.with(looks(200, RED));
            pattern = pattern.with(looks(200, sighting % 2 == 0 ? 0xD02020 : 0xB04040));
        }

        // when
        double plainly = plain.against(looks(200, 0xC03838)) - plain.against(looks(200, RED));
        double hardly = pattern.against(looks(200, 0xC03838)) - pattern.against(looks(200, RED));

        // then
        assertThat(plainly).isGreaterThan(4 * hardly).isPositive();
    }

    @Test
    void shouldLearnNobodysClothesFromWhoIsInFrontOfThem() {
        // given
        film.show(20, dressed(200, RED), dressed(450, BLUE));

        // when somebody in blue is in front of the one in red for a second, and both show blue
        film.show(25, dressed(200, BLUE), dressed(203, BLUE));

        // then
        LastingLooks remembered = film.tracks.tracks().get(0).memory().lasting();
        assertThat(remembered.against(looks(200, RED))).isNegative();
    }

    @Test
    void shouldKnowForLongerWhoIsWellKnownByTheirLooks() {
        // given one of whom the colours were seen, and one of whom only where they are
        film.show(25, dressed(150, RED), Body.standing(400, 180, EXTENT));

        // when neither is seen for three seconds
        for (int frame = 0; frame < 75; frame++) {
            film.show();
        }
        TrackStep back = film.show(2, dressed(160, RED), Body.standing(400, 180, EXTENT));

        // then
        assertThat(Film.ids(back)).containsExactly(1L, 4L);
    }

    @Test
    void shouldGiveBackTheNumberOfWhoCameBackUnrecognized() {
        // given one whose colours cannot be told at first where nobody expected them
        film.width = 1280;
        film.show(25, dressed(150, RED));
        film.show(6, Body.standing(1000, 180, EXTENT));

        // when
        TrackStep back = film.show(6, dressed(1000, RED));

        // then
        assertThat(Film.ids(back)).containsExactly(1L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED, Kind.LOST, Kind.LEFT, Kind.FOUND);
    }

    @Test
    void shouldKeepASecondNumberForWhoLooksLikeNobody() {
        // given
        film.width = 1280;
        film.show(25, dressed(150, RED));
        film.show();

        // when
        TrackStep later = film.show(20, dressed(1000, BLUE));

        // then
        assertThat(Film.ids(later)).containsExactly(2L);
    }

    @Test
    void shouldNotTakeATeamMateWhoComesForOneWhoIsAway() {
        // given two in one kit, of whom one is away for three seconds
        film.width = 1280;
        film.show(25, kitted(150, 0x302010), kitted(600, 0xE0D080));
        film.show(75, kitted(600, 0xE0D080));

        // when
        TrackStep later = film.show(20, kitted(600, 0xE0D080), kitted(1000, 0xA04020));

        // then
        assertThat(Film.ids(later)).containsExactly(2L, 3L);
    }

    @Test
    void shouldGoOnWithWhoStandsStillWhenTheLightChanges() {
        // given
        film.show(50, dressed(200, RED), dressed(450, BLUE));

        // when
        TrackStep later = film.show(10, dressed(200, 0xFFE0A0), dressed(450, 0xA0E0FF));

        // then
        assertThat(Film.ids(later)).containsExactly(1L, 2L);
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.ENTERED);
    }

    @Test
    void shouldGoOnWithAFaintSightingButBeginNobodyWithIt() {
        // given
        film.show(2, dressed(200, RED));

        // when
        TrackStep faint = film.show(3, faint(201), faint(450));
        TrackStep sure = film.show(dressed(202, RED), dressed(450, BLUE));

        // then
        assertThat(Film.ids(faint)).containsExactly(1L, 0L);
        assertThat(Film.ids(sure)).containsExactly(1L, 0L);
        assertThat(film.tracks.lastId()).isEqualTo(1);
    }

    @Test
    void shouldReadTracksThatWereWrittenBeforeAnythingWasRemembered() throws BrokenTracksException {
        // given the first version's bytes: the same without the memory, which is each track's last
        film.show(3, dressed(200, RED));
        byte[] bytes = film.tracks.toBytes();
        byte[] old = Arrays.copyOf(bytes, bytes.length - TrackBytes.MEMORY_BYTES);
        old[0] = 1;

        // when
        CameraTracks read = CameraTracks.fromBytes(old);

        // then
        assertThat(read.tracks()).hasSize(1);
        assertThat(read.tracks().get(0).memory())
                .isEqualTo(Memory.since(film.tracks.tracks().get(0).lastSeenUs()));
        assertThat(read.tracks().get(0).motion())
                .isEqualTo(film.tracks.tracks().get(0).motion());
    }

    private static Looks looks(double x, int colour) {
        return Looks.seen(Skeleton.LSP14, Body.pose(x, 180, EXTENT, 0, 0, 0), EXTENT, (right, down) -> colour);
    }

    private static SeenPerson dressed(double x, int colour) {
        return Body.standing(x, 180, EXTENT).withLooks(looks(x, colour));
    }

    /** In red, with this hair. */
    private static SeenPerson kitted(double x, int hair) {
        SeenPerson person = Body.standing(x, 180, EXTENT);
        double neck =
                person.keypoints().get(Skeleton.LSP14.parts().indexOf("neck")).y();
        return person.withLooks(
                Looks.seen(Skeleton.LSP14, person.keypoints(), EXTENT, (right, down) -> down < neck ? hair : RED));
    }

    private static SeenPerson faint(double x) {
        SeenPerson sure = Body.standing(x, 180, EXTENT);
        return new SeenPerson(sure.box(), sure.score(), sure.keypoints(), Optional.empty(), true);
    }
}
