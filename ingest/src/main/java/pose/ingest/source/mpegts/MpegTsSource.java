package pose.ingest.source.mpegts;

import java.net.InetAddress;
import java.net.UnknownHostException;
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

    private static final String INTERFACE = "interface=";

    private MpegTsSource() {}

    /**
     * Listens.
     *
     * @param url {@code udp://ADDRESS:PORT}: an address of this machine, where nothing else is taken, 0.0.0.0 for all of them; or
     *     a multicast group, which is joined, with {@code ?interface=ADDRESS} by the interface that has this address
     * @throws SourceException where the port cannot be had, or no picture comes
     */
    public static FrameSource open(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        LiveInput input = LiveInput.of(url.withoutQuery().secret(), url.shown(), "mpegts", "udp")
                .withOption("fifo_size", QUEUE_PACKETS)
                .withOption("overrun_nonfatal", "1");
        String address = boundAddress(url);
        return LiveSession.open(address.isEmpty() ? input : input.withOption("localaddr", address), options, clock);
    }

    /** FFmpeg listens on every address of the machine unless it is told; empty lets it. */
    private static String boundAddress(NetworkUrl url) throws SourceException {
        String by = url.query().orElse("");
        if (!by.isEmpty() && !by.startsWith(INTERFACE)) {
            throw new SourceException(url.shown() + " has an unknown option; allowed: ?interface=ADDRESS");
        }
        InetAddress listening = address(url, url.host());
        if (listening.isMulticastAddress()) {
            return by.isEmpty()
                    ? ""
                    : address(url, by.substring(INTERFACE.length())).getHostAddress();
        }
        if (!by.isEmpty()) {
            throw new SourceException(
                    url.shown() + " names an interface, but " + url.host() + " is no multicast group");
        }
        return listening.isAnyLocalAddress() ? "" : listening.getHostAddress();
    }

    private static InetAddress address(NetworkUrl url, String text) throws SourceException {
        if (!text.matches("[0-9.]*|\\[?[0-9a-fA-F:.%]+]?|localhost")) {
            throw new SourceException(
                    url.shown() + ": '" + text + "' is no address; allowed: one of this machine, such as"
                            + " 127.0.0.1 or 0.0.0.0, or a multicast group");
        }
        try {
            return InetAddress.getByName(text.isEmpty() ? "0.0.0.0" : text);
        } catch (UnknownHostException e) {
            throw new SourceException(url.shown() + ": '" + text + "' is no address");
        }
    }
}
