package pose.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.UserMistake;

class PartFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldReplaceTheFileOnlyWhenItIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        try (PartFile part = new PartFile("--out", file)) {
            Files.writeString(part.path(), "new");
            assertThat(file).hasContent("old");
            part.complete();
        }

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void shouldTakeAwayWhatWasNotCompleted() throws IOException {
        try (PartFile part = new PartFile("--out", folder.resolve("a.txt"))) {
            Files.writeString(part.path(), "half");
        }

        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void shouldNameTheOptionAndTheFileWhereItCannotBeCompleted() {
        try (PartFile part = new PartFile("--out", folder.resolve("a.txt"))) {
            assertThatThrownBy(part::complete)
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("--out '" + folder.resolve("a.txt") + "'");
        }
    }
}
