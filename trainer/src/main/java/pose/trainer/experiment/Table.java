package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text under columns.
 *
 * @param columns headings, units in them
 * @param rows as wide as {@code columns} each
 */
public record Table(List<String> columns, List<List<String>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " under " + columns.size() + " columns: " + row);
            }
        }
    }

    /** As Markdown writes tables. */
    public String toMarkdown() {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns));
        lines.add(columns.stream().map(c -> "---").collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** As RFC 4180 writes tables. */
    public String toCsv() {
        List<String> lines = new ArrayList<>();
        lines.add(csvLine(columns));
        rows.forEach(row -> lines.add(csvLine(row)));
        return String.join("\n", lines) + "\n";
    }

    private static String csvLine(List<String> cells) {
        return cells.stream().map(Table::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
