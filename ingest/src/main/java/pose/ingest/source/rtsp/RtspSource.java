package pose.ingest.source.rtsp;

import java.time.Clock;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.Transport;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;
import pose.ingest.source.network.NetworkUrl;

/**
 * A camera that speaks RTSP (RFC 2326). Of what it offers only video is set up. By its RTCP sender reports (RFC 3550, 6.4.1)
 * its own clock tells when a picture was taken.
 */
public final class RtspSource {

    private RtspSource() {}

    /**
     * Connects to a camera.
     *
     * @throws SourceException where it cannot be had, or gives no picture
     */
    public static FrameSource open(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        boolean datagrams = options.network().transport() == Transport.UDP;
        LiveInput input = LiveInput.of(url, "rtsp", datagrams ? "tcp,tls,udp,rtp" : "tcp,tls")
                .withOption("rtsp_transport", datagrams ? "udp" : "tcp")
                .withOption("allowed_media_types", "video")
                .inParts();
        return LiveSession.open(input, options, clock);
    }
}
