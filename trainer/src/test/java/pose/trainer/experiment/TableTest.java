package pose.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void shouldWriteMarkdownAndCsv() {
        Table table = new Table(List.of("a", "b"), List.of(List.of("1", "x, \"y\"")));

        assertThat(table.toMarkdown()).isEqualTo("| a | b |\n|---|---|\n| 1 | x, \"y\" |\n");
        assertThat(table.toCsv()).isEqualTo("a,b\n1,\"x, \"\"y\"\"\"\n");
    }

    @Test
    void shouldRefuseARowOfAnotherWidth() {
        List<List<String>> rows = List.of(List.of("1"));

        assertThatThrownBy(() -> new Table(List.of("a", "b"), rows)).hasMessageContaining("row of 1 under 2");
    }

    @Test
    void shouldTellTheSpreadOfSeveralRunsOnly() {
        assertThat(Spread.of(List.of(20.0, 22.0, 24.0)).toString()).isEqualTo("22.0 ± 2.0");
        assertThat(Spread.of(List.of(20.04)).toString()).isEqualTo("20.0");
    }
}
