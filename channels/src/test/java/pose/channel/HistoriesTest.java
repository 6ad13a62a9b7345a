package pose.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.schema.Activation;
import pose.schema.ActivationKind;

class HistoriesTest {

    @Test
    void shouldBeginWithNothing() {
        assertThat(Histories.before(Optional.empty(), "1")).isEmpty();
    }

    @Test
    void shouldPutTheVersionBeforeFirst() {
        assertThat(Histories.before(Optional.of(active("2", List.of("1"))), "3"))
                .containsExactly("2", "1");
    }

    @Test
    void shouldNotGoBackToTheVersionItself() {
        assertThat(Histories.before(Optional.of(active("2", List.of("1"))), "2"))
                .containsExactly("1");
    }

    @Test
    void shouldKeepTwenty() {
        List<String> long20 =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList();

        List<String> after = Histories.before(Optional.of(active("0", long20)), "new");

        assertThat(after).hasSize(20).startsWith("0", "1").endsWith("19");
    }

    @Test
    void shouldForgetWhatWasSkippedWhenGoingBack() throws ChannelException {
        assertThat(Histories.after(active("4", List.of("3", "2", "1")), "2")).containsExactly("1");
    }

    @Test
    void shouldSayWhatItCanGoBackTo() {
        assertThatThrownBy(() -> Histories.after(active("3", List.of("2", "1")), "9"))
                .isInstanceOf(ChannelException.class)
                .hasMessage("lite/stable cannot go back to 9; before 3 there were 2, 1");
    }

    private static Active active(String version, List<String> history) {
        return new Active(
                new Channel("lite", "stable"),
                new Activation(
                        "lite", "stable", version, "", "", 0L, "anna", "", ActivationKind.PROMOTED, history, null),
                7);
    }
}
