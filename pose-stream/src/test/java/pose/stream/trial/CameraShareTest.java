package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraShareTest {

    private static final List<String> CAMERAS =
            IntStream.range(0, 10_000).mapToObj(i -> "gate-" + i).toList();

    @Test
    void shouldIncludeTheNamedCamerasOnly() {
        CameraShare share = CameraShare.of(List.of("gate-2", "gate-7"));

        assertThat(CAMERAS.stream().filter(share::includes)).containsExactly("gate-2", "gate-7");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.9})
    void shouldIncludeAboutItsShareOfCameras(double share) {
        long included = CAMERAS.stream().filter(CameraShare.of(share)::includes).count();

        // Five standard deviations of a fair draw.
        assertThat((double) included / CAMERAS.size())
                .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / CAMERAS.size())));
    }

    @Test
    void shouldIncludeNoneAtZeroAndAllAtOne() {
        assertThat(CAMERAS).noneMatch(CameraShare.of(0)::includes).allMatch(CameraShare.of(1)::includes);
    }

    @Test
    void shouldOnlyAddCamerasAsItGrows() {
        // given
        List<String> few =
                CAMERAS.stream().filter(CameraShare.of(0.1)::includes).toList();

        // when
        List<String> more =
                CAMERAS.stream().filter(CameraShare.of(0.3)::includes).toList();

        // then
        assertThat(more).containsAll(few).hasSizeGreaterThan(few.size());
    }

    /** A new version of pose must not move cameras from one version to another either. */
    @Test
    void shouldIncludeTheSameCamerasForEver() {
        assertThat(CAMERAS.stream().limit(40).filter(CameraShare.of(0.2)::includes))
                .containsExactly("gate-8", "gate-9", "gate-18", "gate-19", "gate-27");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void shouldRefuseWhatIsNoShare(double share) {
        assertThatThrownBy(() -> CameraShare.of(share)).hasMessage("share is " + share + "; it must be from 0 to 1");
    }
}
