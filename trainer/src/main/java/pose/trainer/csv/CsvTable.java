package pose.trainer.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads CSV as RFC 4180 has it: values between commas, quoted where they need it, a header first. The columns may come
 * in any order, further ones are passed over; a byte order mark, either kind of line end and empty lines are taken.
 */
public final class CsvTable {

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private CsvTable() {}

    /**
     * Reads every row of a file.
     *
     * @param needed columns that must be there
     * @throws BadCsvException where the file cannot be read, a needed column is missing, or a row is longer or shorter
     *     than the header
     */
    public static List<CsvRow> read(Path file, List<String> needed) throws BadCsvException {
        try (InputStream in = Files.newInputStream(file);
                CsvParser parser = CSV.createParser(in)) {
            parser.nextToken();
            List<String> header = new ArrayList<>();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                values(parser, header);
            }
            List<String> columns =
                    header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
            requireColumns(file, columns, needed);
            List<CsvRow> rows = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> values = new ArrayList<>(columns.size());
                long line = values(parser, values);
                rows.add(row(file, line, columns, values));
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw new BadCsvException(file + " does not exist");
        } catch (JsonProcessingException e) {
            // What breaks a limit of the parser's has no location.
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new BadCsvException(file + line + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new BadCsvException(file + " cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Reads the values of a row and says on which line it began. */
    private static long values(CsvParser parser, List<String> into) throws IOException {
        long line = 0;
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            if (into.isEmpty()) {
                line = parser.currentTokenLocation().getLineNr();
            }
            into.add(parser.getText());
        }
        return line;
    }

    private static void requireColumns(Path file, List<String> columns, List<String> needed) throws BadCsvException {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new BadCsvException(file + " line 1: column '" + column + "' is there twice");
            }
        }
        for (String column : needed) {
            if (!seen.contains(column)) {
                throw new BadCsvException(file + " line 1: column '" + column + "' is missing; a header with "
                        + String.join(",", needed) + " is needed");
            }
        }
    }

    private static CsvRow row(Path file, long line, List<String> columns, List<String> values) throws BadCsvException {
        if (values.size() != columns.size()) {
            throw new BadCsvException(file + " line " + line + ": " + values.size() + " values for the "
                    + columns.size() + " columns " + String.join(",", columns));
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byColumn.put(columns.get(i), values.get(i));
        }
        return new CsvRow(file, line, byColumn);
    }
}
