package pose.schema;

import org.jspecify.annotations.NullMarked;

/** The headers a record on {@link Topics#DLQ} has beside its original ones, each UTF-8 text. */
@NullMarked
public final class DeadLetterHeaders {

    /** Why the record cannot be processed: one line. */
    public static final String REASON = "pose-dlq-reason";

    /** The topic the record came from. */
    public static final String TOPIC = "pose-dlq-topic";

    /** The partition it came from, decimal. */
    public static final String PARTITION = "pose-dlq-partition";

    /** Its offset in that partition, decimal. */
    public static final String OFFSET = "pose-dlq-offset";

    private DeadLetterHeaders() {}
}
