package pose.ingest.source.picture;

import java.util.Optional;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;

/** Pictures with strictly increasing times, the first at 0. Whoever takes a picture closes it. */
public interface PictureSource extends AutoCloseable {

    SourceFormat format();

    /** The next picture; empty at the end. After a fault, what came before it has been handed out. */
    Optional<SourcePicture> next() throws SourceException;

    @Override
    void close();
}
