package pose.ingest;

/** How the packets of an RTSP source travel. */
public enum Transport {
    /** As the source's kind is best read: RTSP over TCP. */
    AUTO,
    /** Between the commands, on the one connection: nothing is lost, and it passes firewalls. */
    TCP,
    /** As datagrams of their own: no waiting for what was lost. */
    UDP
}
