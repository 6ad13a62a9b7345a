package pose.trainer.csv;

import java.nio.file.Path;
import java.util.Map;

/**
 * One row of a {@link CsvTable}.
 *
 * @param line of the file on which it begins, from 1
 * @param values by column, without surrounding blanks
 */
public record CsvRow(Path file, long line, Map<String, String> values) {

    public CsvRow {
        values = Map.copyOf(values);
    }

    /** What stands in a column; may be empty. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** A text that must be there. */
    public String text(String column) throws BadCsvException {
        String value = value(column);
        if (value.isEmpty()) {
            throw error(column + " is empty");
        }
        return value;
    }

    /** A number, neither infinite nor NaN. */
    public double number(String column) throws BadCsvException {
        double number;
        try {
            number = Double.parseDouble(value(column));
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw error(column + " is '" + value(column) + "'; it must be a number");
        }
        return number;
    }

    /** 0 or 1. */
    public boolean flag(String column) throws BadCsvException {
        return switch (value(column)) {
            case "0" -> false;
            case "1" -> true;
            default -> throw error(column + " is '" + value(column) + "'; it must be 0 or 1");
        };
    }

    /** What is wrong with this row, with its file and line in front. */
    public BadCsvException error(String message) {
        return new BadCsvException(file + " line " + line + ": " + message);
    }
}
