package pose.trainer.csv;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes CSV, quoting what needs it. */
public final class CsvOutput {

    private static final CsvMapper CSV = new CsvMapper();

    private CsvOutput() {}

    public static void write(Path file, List<String> columns, List<List<String>> rows) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        try (Writer out = Files.newBufferedWriter(file);
                SequenceWriter values = CSV.writer(schema.build().withHeader()).writeValues(out)) {
            for (List<String> row : rows) {
                values.write(row.toArray(new String[0]));
            }
        }
    }
}
