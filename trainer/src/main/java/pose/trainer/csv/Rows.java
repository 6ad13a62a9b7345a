package pose.trainer.csv;

import java.util.HashMap;
import java.util.Map;

/** Keeps a file from saying two things of one part. */
final class Rows {

    private record Key(String image, String id, String part) {}

    private final Map<Key, Long> lines = new HashMap<>();

    /** @throws BadCsvException where an earlier row was of the same person and part */
    void requireFirst(CsvRow row, String id, String part) throws BadCsvException {
        requireFirst(row, new Key("", id, part), "");
    }

    /** @throws BadCsvException where an earlier row was of the same picture, person and part */
    void requireFirst(CsvRow row, String image, String id, String part) throws BadCsvException {
        requireFirst(row, new Key(image, id, part), "image '" + image + "', ");
    }

    private void requireFirst(CsvRow row, Key key, String where) throws BadCsvException {
        Long earlier = lines.putIfAbsent(key, row.line());
        if (earlier != null) {
            throw row.error(where + "id '" + key.id() + "', part '" + key.part() + "' is there twice; first on line "
                    + earlier);
        }
    }
}
