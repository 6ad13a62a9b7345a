package pose.schema;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.NullMarked;

/**
 * Bytes that are no record of the expected kind: truncated, corrupted, followed by something else, or of a schema this
 * reader does not know. The message is one line that says which.
 */
@NullMarked
public final class MalformedRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String reason) {
        super(reason);
    }

    public MalformedRecordException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
