package pose.ingest.source.picture;

import pose.ingest.SourceException;

/** A picture on its source's time line, encoded only when it is asked for: what is left out costs no encoding. */
public interface SourcePicture extends AutoCloseable {

    /** µs since the source's first picture. */
    long ptsUs();

    /** How long it is shown, µs, at least 1. */
    long durationUs();

    EncodedPicture encode() throws SourceException;

    @Override
    void close();
}
