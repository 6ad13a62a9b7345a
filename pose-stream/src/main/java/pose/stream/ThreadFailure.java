package pose.stream;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;

/** What a stream thread died of. */
final class ThreadFailure {

    private ThreadFailure() {}

    /** Whether it is Kafka that failed, in a way that passes: what was not committed is read again. */
    static boolean passes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            // The latter: a broker that was away for longer than a transaction may be open aborted it.
            if (t instanceof RetriableException || t instanceof InvalidTxnStateException) {
                return true;
            }
        }
        return false;
    }

    /** The engine's failure where it was one: Kafka Streams wraps what a processor throws, sometimes twice. */
    static Throwable cause(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof EngineFailure) {
                return t;
            }
        }
        return thrown;
    }
}
