package pose.ingest.source.picture;

import pose.ingest.SourceException;

/** A picture's JPEG on its way, perhaps on another thread. */
@FunctionalInterface
public interface Encoding {

    /**
     * Waits until it is done; the same answer however often it is asked.
     *
     * @throws SourceException where the picture cannot be encoded, or this thread is interrupted
     */
    EncodedPicture await() throws SourceException;
}
