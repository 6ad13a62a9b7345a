package pose.stream.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.channel.Channel;
import pose.cpm.VersionId;

class LastGoodTest {

    private static final Channel STABLE = new Channel("lite", "stable");
    private static final LastGood.Memory FIRST =
            new LastGood.Memory(new VersionId("lite", "1"), "0".repeat(64), "lsp14");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldRememberTheLastOfEachChannel() throws IOException {
        LastGood last = new LastGood(folder.resolve("new"));
        last.remember(STABLE, new LastGood.Memory(new VersionId("lite", "0"), "1".repeat(64), "lsp14"));

        last.remember(STABLE, FIRST);

        assertThat(last.of(STABLE)).contains(FIRST);
        assertThat(last.of(new Channel("lite", "other"))).isEmpty();
        try (var files = Files.list(folder.resolve("new/lite"))) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lite/1", "lite/1\nshort\nlsp14\n", "nonsense\n0\n\n"})
    void shouldTakeADamagedRecordForNone(String text) throws IOException {
        Files.createDirectories(folder.resolve("lite"));
        Files.writeString(folder.resolve("lite/stable"), text);

        assertThat(new LastGood(folder).of(STABLE)).isEmpty();
    }
}
