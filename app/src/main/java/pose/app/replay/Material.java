package pose.app.replay;

import java.util.List;
import pose.ingest.SourceException;

/** What is replayed: it can be read from its beginning again and again. */
public interface Material {

    /** The cameras in it, each once. */
    List<String> cameras();

    /**
     * Every camera's footage, from its beginning.
     *
     * @throws SourceException where one cannot be opened
     */
    List<Footage> open() throws SourceException;
}
