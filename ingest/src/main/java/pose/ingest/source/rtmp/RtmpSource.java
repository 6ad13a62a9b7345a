package pose.ingest.source.rtmp;

import java.time.Clock;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;
import pose.ingest.source.network.NetworkUrl;

/** Live video by RTMP (Adobe's specification 1.0), over TLS too. */
public final class RtmpSource {

    private RtmpSource() {}

    /**
     * Fetches a stream from a server.
     *
     * @param url {@code rtmp://HOST/APP/STREAM} or {@code rtmps://…}
     * @throws SourceException where it cannot be had, or gives no picture
     */
    public static FrameSource pull(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        LiveInput input = LiveInput.of(url, "flv", "rtmp,rtmps,tcp,tls")
                .withOption("rtmp_live", "live")
                .withOption("tcp_nodelay", "1");
        return LiveSession.open(input, options, clock);
    }

    /**
     * Waits for a camera that brings its stream, one at a time. FFmpeg takes whatever application and stream key the camera
     * names, and asks for no password: who reaches the port is believed. Let it be an address that only the camera reaches.
     *
     * @param url {@code rtmp://ADDRESS:PORT/APP/KEY} with an address of this machine, 0.0.0.0 for all of them
     * @throws SourceException where the port cannot be had, or no camera comes and shows a picture
     */
    public static FrameSource listen(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        LiveInput input = LiveInput.of(url, "flv", "rtmp,tcp").withOption("rtmp_listen", "1");
        return LiveSession.open(input, options, clock);
    }
}
