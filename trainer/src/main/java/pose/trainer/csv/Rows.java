package pose.trainer.csv;

import java.util.HashMap;
import java.util.Map;

/** Keeps a file from saying two things of one part. */
final class Rows {

    private record Key(String id, String part) {}

    private final Map<Key, Long> lines = new HashMap<>();

    /** @throws BadCsvException where an earlier row was of the same person and part */
    void requireFirst(CsvRow row, String id, String part) throws BadCsvException {
        Long earlier = lines.putIfAbsent(new Key(id, part), row.line());
        if (earlier != null) {
            throw row.error("id '" + id + "', part '" + part + "' is there twice; first on line " + earlier);
        }
    }
}
