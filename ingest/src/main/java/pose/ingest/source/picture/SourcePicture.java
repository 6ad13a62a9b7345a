package pose.ingest.source.picture;

import pose.ingest.SourceException;

/** A picture on its source's time line, encoded only when it is asked for: what is left out costs no encoding. */
public interface SourcePicture extends AutoCloseable {

    /** µs since the source's first picture. */
    long ptsUs();

    /** How long it is shown, µs, at least 1. */
    long durationUs();

    EncodedPicture encode() throws SourceException;

    /**
     * Begins to encode, so that the next picture may be asked for meanwhile; this one may be closed before it is done. Where a
     * source has no threads for that, it is done when this returns.
     */
    default Encoding begin() throws SourceException {
        EncodedPicture encoded = encode();
        return () -> encoded;
    }

    @Override
    void close();
}
