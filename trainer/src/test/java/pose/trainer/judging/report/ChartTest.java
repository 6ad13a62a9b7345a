package pose.trainer.judging.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.trainer.csv.BadCsvException;
import pose.trainer.judging.Curve;
import pose.trainer.judging.Figures;

class ChartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 100, 0, '0 20 40 60 80 100'",
        "0, 0.5, 0, '0 0.1 0.2 0.3 0.4 0.5'",
        "1, 3, 1, '1 2 3'",
        "68.9, 139.2, 0, '80 100 120'",
        "-1, 1, 0, '-1 -0.5 0 0.5 1'",
    })
    void shouldTickRoundValues(double least, double most, double leastStep, String expected) {
        List<Double> ticks = new Axis("a", least, most, 0, 100, leastStep).ticks();

        double[] values = DoubleStream.of(List.of(expected.split(" ", -1)).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray();
        assertThat(ticks).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(ticks.get(i)).isEqualTo(values[i], within(1e-9));
        }
    }

    @Test
    void shouldPutALineWhereItsValuesAre() {
        // x from 52 to 400 pixels, y from 274 up to 34.
        String svg = new LineChart("t", "x", 0, 2, "y", 0, 100)
                .with(new Series("a < b", "#123456", false, List.of(0.0, 1.0, 2.0), List.of(0.0, 50.0, 100.0)))
                .svg();

        assertThat(svg).contains("points=\"52.0,274.0 226.0,154.0 400.0,34.0\"").contains("a &lt; b");
    }

    @Test
    void shouldRefuseALineOfNothing() {
        assertThatThrownBy(() -> new Series("a", "#000", false, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("series a has 0 x and 0 y");
    }

    @Test
    void shouldReadARunsCurve() throws Exception {
        Path file = Files.writeString(
                folder.resolve("curve.csv"),
                "epoch,input_size,loss_by_stage,pck@0.2\n1,112,3.5 2.25,15.2\n2,128,3,20\n");

        LossCurve curve = LossCurve.read(file);

        assertThat(curve.epochs())
                .containsExactly(
                        new LossCurve.Epoch(1, 112, List.of(3.5, 2.25), 15.2),
                        new LossCurve.Epoch(2, 128, List.of(3.0), 20));
        assertThat(Charts.losses(curve)).contains("stage 1", "stage 2", "112 px", "128 px");
    }

    @Test
    void shouldNameTheLineOfACurveThatIsNone() throws Exception {
        Path file = Files.writeString(
                folder.resolve("curve.csv"), "epoch,input_size,loss_by_stage,pck@0.2\n1,112,3.5 x,15.2\n");

        assertThatThrownBy(() -> LossCurve.read(file))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("curve.csv line 2: loss_by_stage has 'x'");
    }

    @Test
    void shouldPutLeftAndRightTogetherAlsoWhereALimbRunsTheOtherWay() {
        Curve curve = new Curve(
                "pcp",
                List.of(new Figures(
                        "pcp@0",
                        OptionalDouble.empty(),
                        Map.of("r_knee-r_hip", 10.0, "l_hip-l_knee", 30.0, "neck-head_top", 5.0),
                        1)));

        assertThat(PartGroups.of(curve))
                .containsOnly(entry("hip-knee", List.of(20.0)), entry("head top-neck", List.of(5.0)));
    }

    @Test
    void shouldHeatUpWithBelief() {
        int grey = 0x808080;

        assertThat(Heat.over(grey, 0)).isEqualTo(0x606060);
        assertThat(Heat.over(grey, -0.2)).isEqualTo(0x606060);
        assertThat(Heat.over(grey, 0.3) >> 16 & 255).isGreaterThan(Heat.over(grey, 0.3) & 255);
        assertThat(Heat.over(grey, 1) >> 8).isEqualTo(0xFFFF);
    }

    @Test
    void shouldReadAMapAtTheMiddlesOfItsCells() {
        float[] map = {0, 1, 2, 3};

        assertThat(Heat.at(map, 2, 0.25, 0.25)).isZero();
        assertThat(Heat.at(map, 2, 0.75, 0.75)).isEqualTo(3);
        assertThat(Heat.at(map, 2, 0.5, 0.5)).isEqualTo(1.5);
        assertThat(Heat.at(map, 2, 0, 1)).isEqualTo(2);
    }
}
