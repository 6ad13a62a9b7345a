package pose.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pose.track.TrackChange.Kind;

class SceneCutTest {

    private static final SeenPerson ANNA = Body.standing(200, 180, 120);

    private static final SeenPerson NEARLY_ANNA = Body.standing(206, 180, 120);

    private final Film film = new Film();

    @Test
    void shouldEndEveryTrackAtACut() {
        // given
        film.scene = Optional.of(scene(1));
        film.show(3, ANNA);

        // when
        film.scene = Optional.of(scene(2));
        TrackStep cut = film.show(NEARLY_ANNA);
        TrackStep after = film.show(NEARLY_ANNA);

        // then
        assertThat(cut.cut()).isTrue();
        assertThat(after.cut()).isFalse();
        assertThat(film.kinds()).containsExactly(Kind.ENTERED, Kind.CUT, Kind.LEFT, Kind.ENTERED);
        assertThat(Film.ids(after)).containsExactly(2L);
        assertThat(cut.people().get(0).smoothed().get(0).x())
                .isCloseTo(NEARLY_ANNA.keypoints().get(0).x(), within(1e-3));
    }

    @Test
    void shouldTakeAFlashOfLightForNoCut() {
        // given
        film.scene = Optional.of(scene(1));
        film.show(3, ANNA);

        // when
        film.scene = Optional.of(lit(scene(1), 60));
        TrackStep flash = film.show(ANNA);
        film.scene = Optional.of(scene(1));
        TrackStep dark = film.show(ANNA);

        // then
        assertThat(flash.cut() || dark.cut()).isFalse();
        assertThat(Film.ids(dark)).containsExactly(1L);
    }

    @Test
    void shouldTakeSomeoneWhoFillsAThirdOfThePictureForNoCut() {
        // given
        byte[] luma = scene(1).toBytes();
        for (int i = 0; i < luma.length; i++) {
            luma[i] = i % SceneSignature.WIDTH < 10 ? (byte) 30 : luma[i];
        }

        // when
        double distance = scene(1).distance(SceneSignature.ofLuma(luma));

        // then
        film.scene = Optional.of(scene(1));
        film.show(3, ANNA);
        film.scene = Optional.of(SceneSignature.ofLuma(luma));
        assertThat(film.show(ANNA).cut()).as("distance %.2f", distance).isFalse();
    }

    @Test
    void shouldKeepTracksWhereTheSameViewComesLarger() {
        // given
        film.show(3, ANNA);

        // when the camera goes from 640 × 360 to 1280 × 720
        film.width = 1280;
        film.height = 720;
        TrackStep larger = film.show(Body.standing(400, 360, 240));

        // then
        assertThat(Film.ids(larger)).containsExactly(1L);
        assertThat(larger.cut()).isFalse();
        assertThat(larger.people().get(0).smoothed().get(0).x())
                .isBetween(
                        ANNA.keypoints().get(0).x() * 2 - 3,
                        ANNA.keypoints().get(0).x() * 2 + 3);
    }

    @Test
    void shouldCutWhereThePicturesProportionsChange() {
        // given
        film.show(3, ANNA);

        // when
        film.width = 360;
        film.height = 640;

        // then
        assertThat(film.show(ANNA).cut()).isTrue();
    }

    @Test
    void shouldTellScenesApartWhateverTheLight() {
        assertThat(scene(1).distance(scene(1))).isZero();
        assertThat(scene(1).distance(lit(scene(1), 50))).isLessThan(0.1);
        assertThat(scene(1).distance(scene(2))).isBetween(0.3, 0.7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneSignature.ofLuma(new byte[5]))
                .withMessage("a scene of 5 bytes; it has 32 × 18 = 576");
    }

    /** Blocks of brightness, others for another seed. */
    private static SceneSignature scene(long seed) {
        Random random = new Random(seed);
        byte[] luma = new byte[SceneSignature.WIDTH * SceneSignature.HEIGHT];
        int[] blocks = random.ints(64, 20, 180).toArray();
        for (int i = 0; i < luma.length; i++) {
            int block = i % SceneSignature.WIDTH / 4 + i / SceneSignature.WIDTH / 3 * 8;
            luma[i] = (byte) blocks[block];
        }
        return SceneSignature.ofLuma(luma);
    }

    private static SceneSignature lit(SceneSignature scene, int brighter) {
        byte[] luma = scene.toBytes();
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.min(255, (luma[i] & 0xff) + brighter);
        }
        return SceneSignature.ofLuma(luma);
    }
}
