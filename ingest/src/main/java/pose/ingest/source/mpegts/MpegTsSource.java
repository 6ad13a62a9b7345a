package pose.ingest.source.mpegts;

import java.time.Clock;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;
import pose.ingest.source.network.NetworkUrl;

/** An MPEG transport stream (ISO/IEC 13818-1) that arrives in datagrams. */
public final class MpegTsSource {

    /** What may wait unread, in packets of 188 bytes: 2 MiB, which is 1.7 s at 10 Mbit/s. */
    private static final String QUEUE_PACKETS = "11155";

    private MpegTsSource() {}

    /**
     * Listens.
     *
     * @param url whose host is an address of this machine, none for all of them, or a multicast group, which is joined
     * @throws SourceException where the port cannot be had, or no picture comes
     */
    public static FrameSource open(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        LiveInput input = LiveInput.of(url, "mpegts", "udp")
                .withOption("fifo_size", QUEUE_PACKETS)
                .withOption("overrun_nonfatal", "1");
        return LiveSession.open(input, options, clock);
    }
}
