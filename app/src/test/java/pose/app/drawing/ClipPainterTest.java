package pose.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.app.drawing.Events.SIDE;
import static pose.app.drawing.Events.event;
import static pose.app.drawing.Events.frame;
import static pose.app.drawing.Events.pole;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pose.schema.Attention;
import pose.schema.Person;
import pose.schema.RegionPoint;

class ClipPainterTest {

    private static final long SECOND = 1_000_000;

    private final BufferedImage picture = picture();
    private final ClipPainter painter = new ClipPainter();

    private static BufferedImage picture() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
    }

    @Test
    void shouldDrawEachPersonInTheColourOfTheirId() {
        // given
        List<Person> people = List.of(pole(1L, 60, null), pole(2L, 140, null));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(at(60, 125)).isEqualTo(IdColour.of(1));
        assertThat(at(140, 125)).isEqualTo(IdColour.of(2));
    }

    @Test
    void shouldPutTheNumberAboveThePersonOnAPlateOfTheirColour() {
        // given
        List<Person> people = List.of(pole(4L, 100, null));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(colours(picture, 85, 30, 30, 25)).contains(IdColour.of(4), IdColour.inkOn(IdColour.of(4)));
    }

    @Test
    void shouldDrawWhatIsSmoothedStrongAndWhatTheNetworkSaidThin() {
        // given
        List<Person> people = List.of(pole(1L, 60, 100f));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(drawn(125, 50, 70)).isPositive().isLessThan(drawn(125, 90, 110));
    }

    @Test
    void shouldDrawWhoOnlyWatchesOthersPlayThin() {
        // given
        List<Person> people = List.of(who(pole(1L, 60, null), false), who(pole(2L, 140, null), true));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(drawn(125, 50, 70)).isPositive().isLessThan(drawn(125, 130, 150));
    }

    @Test
    void shouldNotDrawThinWhoStandsStillWhereNobodyPlays() {
        // given
        List<Person> people = List.of(who(pole(1L, 60, null), false), pole(2L, 140, null));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(drawn(125, 50, 70)).isEqualTo(drawn(125, 130, 150));
    }

    private static Person who(Person person, boolean plays) {
        return new Person(person.getBox(), 1f, person.getTrack(), person.getKeypoints(), null, plays);
    }

    @Test
    void shouldKeepTheColoursOfLeftAndRightWhereNobodyTracks() {
        // given
        List<Person> people = List.of(pole(null, 100, null));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));

        // then
        assertThat(colours(picture, 95, 60, 10, 100)).contains(SkeletonPainter.LEFT);
        assertThat(colours(picture, 0, 150, 80, 50)).containsExactly(Color.BLACK);
    }

    @Test
    void shouldOutlineTheRegionAlsoWhereThereIsNoEvent() {
        // given
        Attention attention = new Attention(
                List.of(
                        new RegionPoint(0.25, 0.25),
                        new RegionPoint(0.75, 0.25),
                        new RegionPoint(0.75, 0.75),
                        new RegionPoint(0.25, 0.75)),
                0.0,
                false);

        // when
        painter.paint(picture, frame(0, attention), Optional.empty());

        // then
        assertThat(colours(picture, 45, 60, 10, 80)).anyMatch(colour -> colour.getRed() > 100);
        assertThat(colours(picture, 60, 60, 80, 80)).containsExactly(Color.BLACK);
    }

    @Test
    void shouldShowForASecondOfTheCamerasTimeWhoCame() {
        // given
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, 1)));
        BufferedImage soon = picture();
        BufferedImage later = picture();

        // when
        painter.paint(soon, frame(SECOND - 1, null), Optional.empty());
        painter.paint(later, frame(SECOND, null), Optional.empty());

        // then
        assertThat(colours(soon, 0, 150, 100, 50)).contains(IdColour.of(1));
        assertThat(colours(later, 0, 150, 100, 50)).containsExactly(Color.BLACK);
    }

    @Test
    void shouldDrawAnyNumberOfPeopleWhereverTheyAre() {
        // given
        long[] tracks = new long[200];
        for (int i = 0; i < tracks.length; i++) {
            tracks[i] = i;
        }
        List<Person> people = List.of(pole(1L, -10_000, null), pole(2L, 10_000, 10_000f), pole(-3L, 199, null));

        // when
        painter.paint(picture, frame(0, null), Optional.of(event(1, 0, false, people)));
        painter.paint(picture, frame(1, null), Optional.of(event(1, 1, true, tracks)));

        // then
        assertThat(at(100, 125)).isEqualTo(IdColour.of(199));
    }

    private Color at(int x, int y) {
        return new Color(picture.getRGB(x, y));
    }

    /** How many pixels of a row are drawn on. */
    private long drawn(int y, int fromX, int toX) {
        long drawn = 0;
        for (int x = fromX; x < toX; x++) {
            drawn += at(x, y).equals(Color.BLACK) ? 0 : 1;
        }
        return drawn;
    }

    private static Set<Color> colours(BufferedImage picture, int left, int top, int width, int height) {
        Set<Color> colours = new HashSet<>();
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                colours.add(new Color(picture.getRGB(x, y)));
            }
        }
        return colours;
    }
}
