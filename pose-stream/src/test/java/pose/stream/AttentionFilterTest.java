package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.Sighting;
import pose.schema.Attention;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.RegionPoint;
import pose.skeleton.Point;

class AttentionFilterTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;

    /** The lower half, but for a dent in its upper side. */
    private static final List<RegionPoint> DENTED = List.of(
            new RegionPoint(0.0, 0.5),
            new RegionPoint(0.5, 0.75),
            new RegionPoint(1.0, 0.5),
            new RegionPoint(1.0, 1.0),
            new RegionPoint(0.0, 1.0));

    @ParameterizedTest
    @CsvSource({
        "20, 80, true", // inside
        "20, 40, false", // above it
        "100, 60, false", // in the dent
        "100, 80, true", // below the dent
        "199.5, 80, true", // on the right side
        "20, 99.5, true", // on the lower side
        "-5, 80, true", // cut by the left border
        "250, 140, true", // cut by the lower right corner
        "150, 62, true", // right below the slope
        "150, 61, false", // right above it
    })
    void shouldKeepWhoseFeetAreInsideTheRegion(double feetX, double feetY, boolean kept) {
        Frame frame = frame(new Attention(DENTED, 0.0, false));
        Sighting person = standing(feetX, feetY, 30);

        List<Sighting> people = AttentionFilter.keep(frame, List.of(person));

        assertThat(people).isEqualTo(kept ? List.of(person) : List.of());
    }

    @Test
    void shouldNotMindWhichWayTheCornersGo() {
        List<RegionPoint> backwards = new ArrayList<>(DENTED);
        Collections.reverse(backwards);
        Sighting inside = standing(20, 80, 30);
        Sighting outside = standing(100, 60, 30);

        List<Sighting> people =
                AttentionFilter.keep(frame(new Attention(backwards, 0.0, false)), List.of(outside, inside));

        assertThat(people).containsExactly(inside);
    }

    @Test
    void shouldKeepWhoIsTallEnoughInTheirOrder() {
        Sighting tall = standing(20, 80, 40);
        Sighting just = standing(50, 80, 30);
        Sighting small = standing(90, 80, 29.9);

        List<Sighting> people =
                AttentionFilter.keep(frame(new Attention(List.of(), 0.3, false)), List.of(tall, small, just));

        assertThat(people).containsExactly(tall, just);
    }

    @Test
    void shouldKeepEveryoneWhereTheCameraSaysNothing() {
        List<Sighting> everyone = List.of(standing(20, 10, 1), standing(500, 500, 3000));

        assertThat(AttentionFilter.keep(frame(null), everyone)).isEqualTo(everyone);
    }

    private static Sighting standing(double feetX, double feetY, double height) {
        return new Sighting(new Point(feetX, feetY - height / 2), height, 0.9);
    }

    private static Frame frame(@Nullable Attention attention) {
        return new Frame(
                "yard",
                1L,
                0L,
                0L,
                null,
                WIDTH,
                HEIGHT,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                attention,
                ByteBuffer.allocate(0));
    }
}
