package pose.stream;

/**
 * What looks at frames as it was when this was made: all its batches are looked at by the same models, also after others
 * have taken over. A batch that is tried again by halves must not be answered by two versions.
 */
public interface PinnedInference extends BatchInference, AutoCloseable {

    /** Begins no further batch. Those that are begun can still be inferred. */
    @Override
    void close();
}
