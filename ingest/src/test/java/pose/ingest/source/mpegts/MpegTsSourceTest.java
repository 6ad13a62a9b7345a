package pose.ingest.source.mpegts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.FfmpegCommand;
import pose.ingest.servers.MpegTsSender;
import pose.ingest.servers.Viewer;
import pose.schema.CaptureClock;

/** Against FFmpeg's own sender. */
@Timeout(180)
class MpegTsSourceTest {

    private static final CameraPicture PICTURE = new CameraPicture(320, 240, 25);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Over soon, and not before a busy machine's camera has shown its first picture. */
    private static final Duration WATCHDOG = Duration.ofSeconds(3);

    @Test
    void shouldGiveFramesOfGrowingTimes() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            sender.start();
            try (FrameSource source = open(sender.url())) {
                // when
                List<CapturedFrame> frames = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    frames.add(source.next().orElseThrow());
                }

                // then
                assertThat(source.live()).isTrue();
                assertThat(source.format().width()).isEqualTo(320);
                assertThat(frames).allMatch(frame -> frame.width() == 320 && frame.height() == 240);
                assertThat(frames).allMatch(frame -> frame.clock() == CaptureClock.HOST);
                assertThat(frames.get(29).ptsUs() - frames.get(0).ptsUs()).isEqualTo(29 * 40_000);
                assertThat(frames)
                        .extracting(CapturedFrame::captureTimeUs)
                        .isSorted()
                        .doesNotHaveDuplicates();
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                assertThat(now - frames.get(29).captureTimeUs()).isBetween(0L, 60_000_000L);
            }
        }
    }

    @Test
    void shouldTellThatTheSenderIsGone() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            sender.start();
            try (FrameSource source = impatient(sender.url())) {
                source.next();

                // when
                sender.kill();

                // then
                assertThatThrownBy(() -> drain(source, new ArrayList<>()))
                        .hasMessage(sender.url() + " sends nothing (waited 3.0 s)")
                        .asInstanceOf(type(SourceException.class))
                        .returns(Fault.STALLED, SourceException::fault);
            }
        }
    }

    @Test
    void shouldSayForHowLongItWaitedForTheEndOfTheLastPicture() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            // given
            sender.start();
            try (FrameSource source = impatient(sender.url())) {
                source.next();

                // when
                sender.kill();

                // then: all of the timeout
                List<CapturedFrame> rest = new ArrayList<>();
                assertThatThrownBy(() -> drain(source, rest)).isInstanceOf(SourceException.class);
                assertThat(rest.get(rest.size() - 1).heldUs()).isBetween(2_500_000L, 60_000_000L);
            }
        }
    }

    @Test
    void shouldBeBackOnceTheSenderIs() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            // given: someone who listens before anything is sent
            assertThatThrownBy(() -> impatient(sender.url()))
                    .hasMessage(sender.url() + " does not answer (waited 3.0 s)")
                    .asInstanceOf(type(SourceException.class))
                    .returns(Fault.STALLED, SourceException::fault);

            // when
            sender.start();

            // then
            try (FrameSource source = open(sender.url())) {
                assertThat(source.next()).isPresent();
            }
        }
    }

    @Test
    void shouldTellThatThePortIsTaken() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String url = "udp://127.0.0.1:" + taken.getLocalPort();

            assertThatThrownBy(() -> open(url)).hasMessage(url + " cannot be reached: address already in use");
        }
    }

    @Test
    void shouldListenOnNoOtherAddressThanItsOwn() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            // given: what is sent to 127.0.0.1 while 127.0.0.2 is listened on, which is the same machine
            sender.start();

            // then
            assertThatThrownBy(() -> impatient("udp://127.0.0.2:" + sender.port()))
                    .hasMessageEndingWith("does not answer (waited 3.0 s)");
            try (FrameSource source = open("udp://0.0.0.0:" + sender.port())) {
                assertThat(source.next()).isPresent();
            }
        }
    }

    @Test
    void shouldJoinAMulticastGroupByAnInterface() throws Exception {
        // given: a sender in the group, on loopback
        int port;
        try (DatagramSocket free = new DatagramSocket(0)) {
            port = free.getLocalPort();
        }
        String group = "udp://239.255.77.7:" + port;
        List<String> line = FfmpegCommand.line(
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=25",
                "-t",
                "30",
                "-c:v",
                "libopenh264",
                "-g",
                "10",
                "-pix_fmt",
                "yuv420p",
                "-f",
                "mpegts",
                group + "?pkt_size=1316&localaddr=127.0.0.1");
        Process sender = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (FrameSource source = open(group + "?interface=127.0.0.1")) {
            // then
            assertThat(source.next()).isPresent();
        } finally {
            sender.destroyForcibly();
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAnAddress() {
        assertThatThrownBy(() -> open("udp://camera:5000"))
                .hasMessage(
                        "udp://camera:5000: 'camera' is no address; allowed: one of this machine, such as 127.0.0.1 or"
                                + " 0.0.0.0, or a multicast group");
        assertThatThrownBy(() -> open("udp://127.0.0.1:5000?fifo_size=1"))
                .hasMessage("udp://127.0.0.1:5000?fifo_size=1 has an unknown option; allowed: ?interface=ADDRESS");
        assertThatThrownBy(() -> open("udp://127.0.0.1:5000?interface=10.0.0.1"))
                .hasMessageEndingWith("names an interface, but 127.0.0.1 is no multicast group");
    }

    @Test
    void shouldSayWhatIsWrongWithAnAddressWithoutAPort() {
        assertThatThrownBy(() -> open("udp://127.0.0.1"))
                .hasMessage(
                        "udp://127.0.0.1 names no port to listen on; allowed: udp://HOST:PORT with an address of this"
                                + " machine or a multicast group");
    }

    private static FrameSource open(String url) throws SourceException {
        return Viewer.open(url, LONGEST);
    }

    private static FrameSource impatient(String url) throws SourceException {
        return Viewer.open(url, WATCHDOG);
    }

    /** On to the fault. */
    private static void drain(FrameSource source, List<CapturedFrame> into) throws SourceException {
        while (true) {
            into.add(source.next().orElseThrow());
        }
    }
}
