package pose.app.console;

import java.util.ArrayList;
import java.util.List;

/** Words in columns as wide as they need to be. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean ofFigures;

    /**
     * For figures: the first column from the left, the others from the right.
     *
     * @param columns the heads; none over the first column where it is empty
     */
    public TextTable(String... columns) {
        this(true, columns);
    }

    private TextTable(boolean ofFigures, String... columns) {
        this.ofFigures = ofFigures;
        rows.add(List.of(columns));
    }

    /** For words: every column from the left. */
    public static TextTable ofWords(String... columns) {
        return new TextTable(false, columns);
    }

    /** Adds a row of as many words as there are columns. */
    public void row(String... words) {
        if (words.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    words.length + " words for " + rows.get(0).size() + " columns");
        }
        rows.add(List.of(words));
    }

    /** One line a row, the heads first; no line end behind the last. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(pad(row.get(0), -width(0)));
            for (int c = 1; c < row.size(); c++) {
                line.append(GAP).append(pad(row.get(c), ofFigures ? width(c) : -width(c)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** @param width negative for words that begin at the left */
    private static String pad(String word, int width) {
        String blanks = " ".repeat(Math.abs(width) - word.length());
        return width < 0 ? word + blanks : blanks + word;
    }
}
