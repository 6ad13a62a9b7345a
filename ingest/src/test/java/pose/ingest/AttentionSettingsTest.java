package pose.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.AttentionSettings.Corner;

class AttentionSettingsTest {

    private static final Corner TOP_LEFT = new Corner(0, 0);
    private static final Corner TOP_RIGHT = new Corner(1, 0);
    private static final Corner BOTTOM_RIGHT = new Corner(1, 1);
    private static final Corner BOTTOM_LEFT = new Corner(0, 1);

    @Test
    void shouldTakeCornersThatGoRoundEitherWay() {
        assertThat(region(TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT).region())
                .hasSize(4);
        assertThat(region(TOP_LEFT, BOTTOM_LEFT, BOTTOM_RIGHT).region()).hasSize(3);
    }

    @Test
    void shouldTakeADentInTheRegion() {
        assertThat(region(TOP_LEFT, new Corner(0.5, 0.5), TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT)
                        .region())
                .hasSize(5);
    }

    @Test
    void shouldRefuseSidesThatCross() {
        assertThatThrownBy(() -> region(TOP_LEFT, BOTTOM_RIGHT, TOP_RIGHT, BOTTOM_LEFT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region has sides that cross; allowed: corners in the order in which they go round");
    }

    @Test
    void shouldRefuseALastSideThatCrosses() {
        assertThatThrownBy(() -> region(TOP_LEFT, TOP_RIGHT, new Corner(0.2, 0.4), new Corner(0.9, 0.2), BOTTOM_RIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sides that cross");
    }

    @Test
    void shouldRefuseALineForARegion() {
        assertThatThrownBy(() -> region(TOP_LEFT, new Corner(0.5, 0.5), BOTTOM_RIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region has no area; allowed: corners that are not all on one line");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void shouldRefuseSharesOutOfRange(double share) {
        assertThatThrownBy(() -> new Corner(0, share)).hasMessageContaining("y is " + share + "; allowed: 0 to 1");
        assertThatThrownBy(() -> new Corner(share, 0)).hasMessageContaining("x is " + share + "; allowed: 0 to 1");
        assertThatThrownBy(() -> new AttentionSettings(List.of(), share, false))
                .hasMessageContaining("minHeight is " + share + "; allowed: 0 to 1");
    }

    private static AttentionSettings region(Corner... corners) {
        return new AttentionSettings(List.of(corners), 0, false);
    }
}
