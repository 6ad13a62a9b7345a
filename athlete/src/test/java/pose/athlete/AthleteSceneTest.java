package pose.athlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class AthleteSceneTest {

    private static final int SEEDS = 30;

    @Test
    void shouldRenderTheSameFrameAgainFromTheSameSeed() {
        SceneOptions options = SceneOptions.parse("seed=11&people=2&width=320&height=180");

        RenderedFrame first = new AthleteScene(options).render(42);
        RenderedFrame again = new AthleteScene(options).render(42);

        assertThat(again.people()).isEqualTo(first.people());
        assertThat(bytes(again)).isEqualTo(bytes(first));
    }

    @Test
    void shouldRenderAnotherSceneFromAnotherSeed() {
        RenderedFrame one = AthleteScene.sample(1, 160, 160);
        RenderedFrame two = AthleteScene.sample(2, 160, 160);

        assertThat(two.people()).isNotEqualTo(one.people());
        assertThat(bytes(two)).isNotEqualTo(bytes(one));
    }

    @Test
    void shouldCastOtherPeopleFromNeighbouringSeeds() {
        Set<Body> bodies = new HashSet<>();

        for (long seed = -8; seed < 8; seed++) {
            AthleteScene scene = new AthleteScene(SceneOptions.parse("people=4&width=64&height=64&seed=" + seed));
            scene.athletes().forEach(athlete -> bodies.add(athlete.body()));
        }

        assertThat(bodies).hasSize(16 * 4);
    }

    @Test
    void shouldFillMostOfTheHeightWithAStandingAthlete() {
        for (long seed = 0; seed < SEEDS; seed++) {
            AthleteScene scene = new AthleteScene(SceneOptions.parse("seed=" + seed));
            if (scene.athletes().get(0).routine().standing()) {
                double tallest = LongStream.range(0, scene.frames())
                        .mapToDouble(i -> Box.around(scene.performers(i).get(0).keypoints())
                                        .height()
                                / 360)
                        .max()
                        .orElseThrow();
                assertThat(tallest).as("seed %d", seed).isBetween(0.55, 0.94);
            }
        }
    }

    @Test
    void shouldRenderTheSameFramesInAnyOrderFromManyThreads() throws Exception {
        AthleteScene scene = new AthleteScene(SceneOptions.parse("seed=3&width=192&height=128&people=3&seconds=1"));
        List<byte[]> inOrder = LongStream.range(0, scene.frames())
                .mapToObj(i -> bytes(scene.render(i)))
                .toList();

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> backwards = LongStream.range(0, scene.frames())
                    .mapToObj(i -> threads.submit(() -> bytes(scene.render(scene.frames() - 1 - i))))
                    .toList();

            for (int i = 0; i < backwards.size(); i++) {
                assertThat(backwards.get(backwards.size() - 1 - i).get()).isEqualTo(inOrder.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldPutTheTruthOnTheBody() {
        int hits = 0;
        int parts = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            AthleteScene scene = new AthleteScene(SceneOptions.parse("width=320&height=240&seed=" + seed));
            RenderedFrame with = scene.render(seed);
            RenderedFrame without = scene.renderEmpty(seed);
            for (Point p : with.people().get(0)) {
                parts++;
                hits += differs(with.image(), without.image(), p) ? 1 : 0;
            }
        }
        // The top of the head is on the very edge of the body, and clothes may have the backdrop's colour.
        assertThat(hits).isGreaterThan(parts * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300})
    void shouldMoveSmoothlyFromFrameToFrame(int fps) {
        for (long seed = 0; seed < SEEDS; seed++) {
            AthleteScene scene =
                    new AthleteScene(SceneOptions.parse("seconds=3&width=640&height=360&seed=" + seed + "&fps=" + fps));
            List<List<Point>> track = LongStream.range(0, scene.frames())
                    .mapToObj(i -> scene.performers(i).get(0).keypoints())
                    .toList();
            for (int i = 1; i < track.size(); i++) {
                for (int p = 0; p < Skeleton.LSP14.size(); p++) {
                    // A heel or hand swings at most at some 12 m/s, which is 2000 pixels/s for an athlete of 290
                    // pixels. A tenth of the time is a tenth of the way: a jump would stay as large as it is.
                    assertThat(track.get(i).get(p).distanceTo(track.get(i - 1).get(p)))
                            .as("seed %d frame %d part %d", seed, i, p)
                            .isLessThan(2000.0 / fps);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=640&height=360", "width=256&height=256", "width=200&height=400"})
    void shouldKeepTheWholeAthleteInThePicture(String size) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SceneOptions options = SceneOptions.parse(size + "&seed=" + seed);
            AthleteScene scene = new AthleteScene(options);
            for (long i = 0; i < scene.frames(); i += 3) {
                for (Point p : scene.performers(i).get(0).keypoints()) {
                    assertThat(p.x()).as("seed %d frame %d", seed, i).isBetween(0.0, options.width() - 1.0);
                    assertThat(p.y()).as("seed %d frame %d", seed, i).isBetween(0.0, options.height() - 1.0);
                }
            }
        }
    }

    @Test
    void shouldKnowEveryPersonAndPutTheFirstInTheMiddle() {
        AthleteScene scene = new AthleteScene(SceneOptions.parse("people=5&seed=4"));

        RenderedFrame frame = scene.render(10);

        assertThat(frame.people()).hasSize(5).allSatisfy(p -> assertThat(p).hasSize(Skeleton.LSP14.size()));
        List<Double> offCentre = frame.people().stream()
                .map(p ->
                        Math.abs((p.get(Joints.L_HIP).x() + p.get(Joints.R_HIP).x()) / 2 - 320))
                .toList();
        assertThat(offCentre.get(0)).isLessThan(40);
        assertThat(offCentre.subList(1, 5)).allSatisfy(d -> assertThat(d).isGreaterThan(60));
    }

    @Test
    void shouldPaintPixelsFitForEncoders() {
        RenderedFrame frame = AthleteScene.sample(9, 200, 100);

        assertThat(frame.image().getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(frame.image().getWidth()).isEqualTo(200);
        assertThat(frame.image().getHeight()).isEqualTo(100);
    }

    @Test
    void shouldRefuseAFrameTheSceneDoesNotHave() {
        AthleteScene scene = new AthleteScene(SceneOptions.parse("seconds=1&fps=10&width=64&height=64"));

        assertThatThrownBy(() -> scene.render(10))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("10 frames");
    }

    private static boolean differs(BufferedImage a, BufferedImage b, Point at) {
        int x = (int) Math.round(at.x());
        int y = (int) Math.round(at.y());
        int most = 0;
        for (int dy = 0; dy <= 1; dy++) {
            int p = a.getRGB(x, Math.min(y + dy, a.getHeight() - 1));
            int q = b.getRGB(x, Math.min(y + dy, b.getHeight() - 1));
            for (int shift = 0; shift < 24; shift += 8) {
                most = Math.max(most, Math.abs(((p >> shift) & 255) - ((q >> shift) & 255)));
            }
        }
        return most > 12;
    }

    private static byte[] bytes(RenderedFrame frame) {
        byte[] data = ((DataBufferByte) frame.image().getRaster().getDataBuffer()).getData();
        return Arrays.copyOf(data, data.length);
    }
}
