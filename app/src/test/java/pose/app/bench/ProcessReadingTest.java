package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessReadingTest {

    @Test
    void shouldTellOfThisProcess() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc on this system");

        // when
        ProcessReading reading = ProcessReading.self().orElseThrow();

        // then
        assertThat(reading.residentMebibytes()).isBetween(20.0, reading.peakMebibytes());
        assertThat(reading.threads()).isGreaterThan(Thread.activeCount());
        assertThat(reading.files()).isPositive();
    }

    @Test
    void shouldTellNothingOfAProcessThatThereIsNot() {
        assertThat(ProcessReading.of(Long.MAX_VALUE)).isEmpty();
    }
}
