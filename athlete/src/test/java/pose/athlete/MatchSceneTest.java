package pose.athlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Box;
import pose.skeleton.Point;

class MatchSceneTest {

    private static final MatchScene MATCH = new MatchScene(MatchScene.DEFAULT);

    @Test
    void shouldRenderTheSameFrameAgainWhateverWasRenderedBefore() {
        // given
        SceneOptions options = SceneOptions.parse("width=320&height=180&people=4&seed=3", MatchScene.DEFAULT);
        RenderedFrame first = new MatchScene(options).render(1200);
        MatchScene other = new MatchScene(options);
        other.render(7);

        // when
        RenderedFrame again = other.render(1200);

        // then
        assertThat(again.performers()).isEqualTo(first.performers());
        assertThat(bytes(again.image())).isEqualTo(bytes(first.image()));
    }

    @Test
    void shouldTellTheSameOfAFrameWithoutPaintingIt() {
        assertThat(MATCH.performers(444)).isEqualTo(MATCH.render(444).performers());
    }

    @Test
    void shouldHaveEveryoneWithAnIdOfTheirOwnInOrder() {
        for (long i = 0; i < MATCH.frames(); i += 25) {
            List<Long> ids = MATCH.performers(i).stream().map(Performer::id).toList();

            assertThat(ids)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id).isBetween(1L, 6L));
        }
    }

    @Test
    void shouldBeLeftAndComeBackToByTheSame() {
        // given
        Map<Long, Long> lastSeen = new HashMap<>();
        List<Double> absences = new ArrayList<>();

        // when
        for (long i = 0; i < MATCH.frames(); i++) {
            for (Performer p : MATCH.performers(i)) {
                Long before = lastSeen.put(p.id(), i);
                if (before != null && before < i - 1) {
                    absences.add((i - 1 - before) / 25.0);
                }
            }
        }

        // then
        assertThat(absences).allSatisfy(s -> assertThat(s).isLessThan(2));
        assertThat(absences.stream().filter(s -> s > 1)).hasSizeBetween(4, 30);
    }

    @Test
    void shouldHaveAthletesCrossInFrontOfEachOther() {
        Set<Set<Long>> hidden = new HashSet<>();

        for (long i = 0; i < MATCH.frames(); i += 5) {
            List<Performer> all = MATCH.performers(i);
            for (Performer p : all) {
                all.stream()
                        .filter(o -> p.visible() < 0.5 && o.visible() > 0.9 && overlap(p, o))
                        .forEach(o -> hidden.add(Set.of(p.id(), o.id())));
            }
        }

        assertThat(hidden).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldMoveSmoothlyFromFrameToFrame(long seed) {
        // given: a quarter of the usual time between frames
        MatchScene match =
                new MatchScene(SceneOptions.parse("people=8&seconds=10&fps=100&seed=" + seed, MatchScene.DEFAULT));
        Map<Long, Performer> before = new HashMap<>();

        for (long i = 0; i < match.frames(); i++) {
            // when
            Map<Long, Performer> now = new HashMap<>();
            match.performers(i).forEach(p -> now.put(p.id(), p));

            // then: nothing moves faster than a hand that a runner throws forward, some 14 m/s
            long frame = i;
            now.forEach((id, p) -> {
                double most = Math.max(4, 0.15 * Box.around(p.keypoints()).height());
                if (before.containsKey(id)) {
                    assertThat(p.keypoints())
                            .as("seed %d frame %d", seed, frame)
                            .zipSatisfy(
                                    before.get(id).keypoints(),
                                    (a, b) -> assertThat(a.distanceTo(b)).isLessThan(most));
                }
            });
            before.clear();
            before.putAll(now);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 12})
    void shouldHaveAthletesOfManySizesMostOfThemInThePicture(int people) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        int seen = 0;
        for (long seed = 0; seed < 60; seed++) {
            MatchScene match = new MatchScene(new SceneOptions(people, 25, 640, 360, 600, seed));
            for (Performer p : match.performers(seed * 100)) {
                double height = Box.around(p.keypoints()).height();
                smallest = Math.min(smallest, height);
                largest = Math.max(largest, height);
                seen++;
            }
        }

        assertThat(smallest).isBetween(15.0, 60.0);
        assertThat(largest).isBetween(220.0, 350.0);
        assertThat(seen).isGreaterThan(60 * people * 85 / 100);
    }

    @Test
    void shouldStandStillAtTimes() {
        int still = 0;
        for (long i = 1; i < MATCH.frames(); i++) {
            Map<Long, Point> necks = new HashMap<>();
            MATCH.performers(i - 1).forEach(p -> necks.put(p.id(), p.keypoints().get(Joints.R_ANKLE)));
            for (Performer p : MATCH.performers(i)) {
                Point before = necks.get(p.id());
                still += before != null && before.distanceTo(p.keypoints().get(Joints.R_ANKLE)) < 0.2 ? 1 : 0;
            }
        }

        assertThat(still).isGreaterThan(100);
    }

    @Test
    void shouldRefuseAFrameTheMatchDoesNotHave() {
        assertThatThrownBy(() -> MATCH.render(1500))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("1500 frames");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13})
    void shouldRefuseTooFewAndTooManyPeople(int people) {
        SceneOptions options = new SceneOptions(people, 25, 64, 64, 1, 1);

        assertThatThrownBy(() -> new MatchScene(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("people=" + people + " is not allowed; 2 to 12 is");
    }

    private static boolean overlap(Performer a, Performer b) {
        Box p = Box.around(a.keypoints());
        Box q = Box.around(b.keypoints());
        return p.x() < q.x() + q.width() && q.x() < p.x() + p.width();
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
