package pose.ingest.source.mjpeg;

import java.time.Clock;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;
import pose.ingest.source.network.NetworkUrl;

/** A camera that answers an HTTP request with JPEG after JPEG (multipart/x-mixed-replace). They carry no times of their own. */
public final class MjpegSource {

    private MjpegSource() {}

    /**
     * Connects to a camera.
     *
     * @param url {@code http://…} or {@code https://…}; a redirect is followed
     * @throws SourceException where it cannot be had, or gives no picture
     */
    public static FrameSource open(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        LiveInput input = LiveInput.of(url, "mpjpeg", "http,https,tcp,tls").withOption("seekable", "0");
        return LiveSession.open(input, options, clock);
    }
}
