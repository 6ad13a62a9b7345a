package pose.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a store is, as people write it. */
sealed interface StoreAddress permits StoreAddress.Folder, S3Location {

    String FILE = "file:";

    /** The store there. */
    WeightsStore open();

    /** A folder. */
    record Folder(Path path) implements StoreAddress {

        @Override
        public WeightsStore open() {
            return new FileWeightsStore(path);
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException where it is none, saying what is allowed
     */
    static StoreAddress parse(String text) {
        if (text.startsWith(S3Location.SCHEME)) {
            return S3Location.parse(text);
        }
        if (text.isBlank() || text.contains("://")) {
            throw bad(text, "no such kind of store");
        }
        try {
            return new Folder(Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text));
        } catch (InvalidPathException e) {
            throw bad(text, e.getReason());
        }
    }

    static IllegalArgumentException bad(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is no weights store: " + why
                + "; allowed: a folder (DIR or file:DIR) " + "or s3://BUCKET[/PREFIX][?endpoint=URL&region=NAME]");
    }
}
