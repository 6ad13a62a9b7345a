package pose.trainer.experiment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts that look alike. */
final class Charts {

    /** Told apart by the colour-blind too (Okabe and Ito, 2008), dark enough for lines. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xB8860B),
            new Color(0x56B4E9),
            new Color(0x555555),
            new Color(0x000000));

    private static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP);

    private Charts() {}

    /** An empty chart; units belong into the axes' titles. */
    static XYChart chart(String title, String x, String y, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartTitleBoxVisible(false);
        style.setPlotGridLinesColor(new Color(0xDDDDDD));
        style.setLegendPosition(Styler.LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setChartTitleFont(font(Font.BOLD, 14));
        style.setAxisTitleFont(font(Font.PLAIN, 12));
        style.setAxisTickLabelsFont(font(Font.PLAIN, 11));
        style.setLegendFont(font(Font.PLAIN, 12));
        style.setMarkerSize(7);
        style.setErrorBarsColor(Color.GRAY);
        style.setErrorBarsColorSeriesColor(true);
        return chart;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** A line with markers in the next colour, and bars of one standard deviation to either side. */
    static XYSeries line(XYChart chart, String name, List<Double> x, List<Spread> y) {
        List<Double> means = y.stream().map(Spread::mean).toList();
        boolean severalRuns = y.stream().anyMatch(s -> s.count() > 1);
        XYSeries series = severalRuns
                ? chart.addSeries(
                        name, x, means, y.stream().map(Spread::deviation).toList())
                : chart.addSeries(name, x, means);
        paint(series, chart.getSeriesMap().size() - 1);
        return series;
    }

    /** A line without markers in a colour of one's choice. */
    static XYSeries plain(XYChart chart, String name, List<Double> x, List<Double> y, int colour, boolean dashed) {
        XYSeries series = chart.addSeries(name, x, y);
        paint(series, colour);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(
                dashed
                        ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0)
                        : new BasicStroke(1.8f));
        return series;
    }

    private static void paint(XYSeries series, int number) {
        Color colour = COLOURS.get(number % COLOURS.size());
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setMarker(MARKERS.get(number % MARKERS.size()));
        series.setLineStyle(new BasicStroke(1.8f));
    }

    /** A histogram as a line: per cent of the values over each bin's middle. */
    static void histogram(XYChart chart, String name, Histogram histogram, int colour) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int bin = 0; bin < histogram.counts().size(); bin++) {
            x.add(histogram.middle(bin));
            y.add(100.0 * histogram.counts().get(bin) / histogram.total());
        }
        plain(chart, name, x, y, colour, false);
    }
}
