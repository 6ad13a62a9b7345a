package pose.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures in columns, one decimal each. */
final class FigureTable {

    private record Row(String name, List<Double> values) {}

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    FigureTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row; a figure that is absent is NaN and printed as a dash. */
    void row(String name, List<Double> values) {
        rows.add(new Row(name, List.copyOf(values)));
    }

    @Override
    public String toString() {
        int first = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(first));
        columns.forEach(column -> text.append("  ").append(pad(column, width(column))));
        text.append(System.lineSeparator());
        for (Row row : rows) {
            text.append(row.name()).append(" ".repeat(first - row.name().length()));
            for (int c = 0; c < columns.size(); c++) {
                double value = row.values().get(c);
                String figure = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
                text.append("  ").append(pad(figure, width(columns.get(c))));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int width(String column) {
        return Math.max(5, column.length());
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
