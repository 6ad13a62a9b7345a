package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldReadWhatLinuxTells() throws IOException {
        // given
        Path status = Files.writeString(
                folder.resolve("status"), "Name:\tjava\nVmPeak:\t 9 kB\nVmHWM:\t  512344 kB\nVmRSS:\t  480000 kB\n");

        // when
        ProcessMemory memory = ProcessMemory.in(status);

        // then
        assertThat(memory.resident()).isEqualTo(480000 * 1024.0);
        assertThat(memory.mostResident()).isEqualTo(512344 * 1024.0);
    }

    @Test
    void shouldTellNoNumberWhereTheSystemDoesNot() {
        assertThat(ProcessMemory.in(folder.resolve("none")).resident()).isNaN();
    }
}
