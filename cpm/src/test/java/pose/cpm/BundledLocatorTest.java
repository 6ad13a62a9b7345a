package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.cpm.network.Task;

class BundledLocatorTest {

    private static final long MOST_BYTES = 12L << 20;

    @Test
    void shouldBeAWholeLocatorWhereThereIsOneAndElseNothing() throws Exception {
        Optional<WeightsVersion> bundled = BundledLocator.open();

        boolean isThere = BundledLocator.class.getResource("/pose/weights/locator/manifest.json") != null;
        assertThat(bundled.isPresent()).isEqualTo(isThere);
        assertThat(bundled.stream()).allSatisfy(version -> {
            assertThat(version.name()).isEqualTo("locator");
            assertThat(version.skeleton().name()).isEqualTo("centre");
            assertThat(version.manifest().architecture().toArchitecture().task())
                    .isEqualTo(Task.LOCATOR);
            assertThat(version.manifest().files().values())
                    .allSatisfy(file -> assertThat(file.bytes()).isLessThanOrEqualTo(MOST_BYTES));
        });
    }
}
