package pose.ingest;

/** Told, on the publishing thread, after every frame that was handed to Kafka. */
@FunctionalInterface
public interface ProgressListener {

    /** Told by nobody: for callers that show nothing. */
    ProgressListener NONE = soFar -> {};

    /** What Kafka has acknowledged so far. */
    void progressed(IngestReport soFar);
}
