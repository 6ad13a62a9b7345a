package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.List;

/** Lines over two axes as SVG, the legend beside them in the order of the series. */
final class LineChart {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 320;
    private static final double LEFT = 52;
    private static final double RIGHT = 400;
    private static final double TOP = 34;
    private static final double BOTTOM = 274;
    private static final double LEGEND_LINE = 20;

    /** Few values are seen one by one. */
    private static final int MOST_DOTS = 12;

    /** A value of x at which something changed. */
    record Mark(double x, String label) {}

    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<Series> series = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    LineChart(String title, String xLabel, double xLeast, double xMost, String yLabel, double yLeast, double yMost) {
        this.title = title;
        // Where it begins and ends whole, x counts something.
        x = new Axis(xLabel, xLeast, xMost, LEFT, RIGHT, xLeast % 1 == 0 && xMost % 1 == 0 ? 1 : 0);
        y = new Axis(yLabel, yLeast, yMost, BOTTOM, TOP, 0);
    }

    LineChart with(Series line) {
        series.add(line);
        return this;
    }

    LineChart marked(Mark mark) {
        marks.add(mark);
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 ")
                .append(px(WIDTH))
                .append(' ')
                .append(px(HEIGHT))
                .append("\" role=\"img\">\n<title>")
                .append(Markup.escaped(title))
                .append("</title>\n");
        text(svg, LEFT, 16, "start", "chart-title", title);
        grid(svg);
        marks.forEach(mark -> mark(svg, mark));
        series.forEach(line -> line(svg, line));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (double tick : y.ticks()) {
            rule(svg, LEFT, y.pixel(tick), RIGHT, y.pixel(tick), "grid");
            text(svg, LEFT - 8, y.pixel(tick) + 4, "end", "tick", Markup.number(tick, y.decimals()));
        }
        for (double tick : x.ticks()) {
            rule(svg, x.pixel(tick), BOTTOM, x.pixel(tick), BOTTOM + 4, "axis");
            text(svg, x.pixel(tick), BOTTOM + 18, "middle", "tick", Markup.number(tick, x.decimals()));
        }
        rule(svg, LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
        text(svg, (LEFT + RIGHT) / 2, BOTTOM + 38, "middle", "label", x.label());
        svg.append("<text class=\"label\" text-anchor=\"middle\" transform=\"translate(14 ")
                .append(px((TOP + BOTTOM) / 2))
                .append(") rotate(-90)\">")
                .append(Markup.escaped(y.label()))
                .append("</text>\n");
    }

    private void mark(StringBuilder svg, Mark mark) {
        rule(svg, x.pixel(mark.x()), TOP, x.pixel(mark.x()), BOTTOM, "mark");
        text(svg, x.pixel(mark.x()) + 3, TOP + 10, "start", "tick", mark.label());
    }

    private void line(StringBuilder svg, Series line) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x().size(); i++) {
            points.append(i == 0 ? "" : " ")
                    .append(px(x.pixel(line.x().get(i))))
                    .append(',')
                    .append(px(y.pixel(line.y().get(i))));
        }
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke=\"")
                .append(line.colour())
                .append(line.dashed() ? "\" stroke-dasharray=\"6 4" : "")
                .append("\" points=\"")
                .append(points)
                .append("\"><title>")
                .append(Markup.escaped(line.name()))
                .append("</title></polyline>\n");
        if (line.x().size() <= MOST_DOTS) {
            for (int i = 0; i < line.x().size(); i++) {
                svg.append("<circle r=\"3\" cx=\"")
                        .append(px(x.pixel(line.x().get(i))))
                        .append("\" cy=\"")
                        .append(px(y.pixel(line.y().get(i))))
                        .append("\" fill=\"")
                        .append(line.colour())
                        .append("\"/>\n");
            }
        }
    }

    private void legend(StringBuilder svg) {
        double at = TOP + 8;
        for (Series line : series) {
            svg.append("<line stroke-width=\"3\" x1=\"")
                    .append(px(RIGHT + 20))
                    .append("\" x2=\"")
                    .append(px(RIGHT + 42))
                    .append("\" y1=\"")
                    .append(px(at))
                    .append("\" y2=\"")
                    .append(px(at))
                    .append("\" stroke=\"")
                    .append(line.colour())
                    .append(line.dashed() ? "\" stroke-dasharray=\"6 4" : "")
                    .append("\"/>\n");
            text(svg, RIGHT + 50, at + 4, "start", "legend", line.name());
            at += LEGEND_LINE;
        }
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2, String kind) {
        svg.append("<line class=\"")
                .append(kind)
                .append("\" x1=\"")
                .append(px(x1))
                .append("\" y1=\"")
                .append(px(y1))
                .append("\" x2=\"")
                .append(px(x2))
                .append("\" y2=\"")
                .append(px(y2))
                .append("\"/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String kind, String words) {
        svg.append("<text class=\"")
                .append(kind)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"")
                .append(px(x))
                .append("\" y=\"")
                .append(px(y))
                .append("\">")
                .append(Markup.escaped(words))
                .append("</text>\n");
    }

    private static String px(double value) {
        return Markup.number(value, 1);
    }
}
