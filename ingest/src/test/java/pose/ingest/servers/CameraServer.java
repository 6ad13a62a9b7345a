package pose.ingest.servers;

import java.io.IOException;

/** A camera, or the server it sends to: it may fail while someone looks. */
public interface CameraServer extends AutoCloseable {

    String url();

    /** Starts it and waits until it answers. */
    void start() throws IOException;

    /** Ends it at once, and every connection. */
    void kill() throws IOException;

    /** It shows no more, and its connections stay. */
    void freeze() throws IOException;

    @Override
    void close() throws IOException;
}
