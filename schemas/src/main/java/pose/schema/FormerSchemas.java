package pose.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/** The schemas that records had before: topics keep what was written under them. */
@NullMarked
final class FormerSchemas {

    private FormerSchemas() {}

    /** {@link Frame} before it said whether it is live. */
    static Schema frameWithoutLive() {
        return read("Frame-1.avsc");
    }

    private static Schema read(String name) {
        try (InputStream in = Objects.requireNonNull(FormerSchemas.class.getResourceAsStream("former/" + name), name)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("former schema " + name + " cannot be read", e);
        }
    }
}
