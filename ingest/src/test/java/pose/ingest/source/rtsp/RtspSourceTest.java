package pose.ingest.source.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.ingest.Transport;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.RtspServer;
import pose.ingest.servers.RtspSettings;
import pose.ingest.source.FrameSources;
import pose.schema.CaptureClock;

/** Against GStreamer's RTSP server. */
@Timeout(240)
class RtspSourceTest {

    private static final CameraPicture PICTURE = new CameraPicture(320, 240, 25);

    /** The longest there is: who ends within {@link #LONGEST} did not wait for it, however busy the machine is. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Over soon, and not before a busy machine's camera has shown its first picture. */
    private static final Duration WATCHDOG = Duration.ofSeconds(3);

    @Nested
    class OfAServer {

        @BeforeAll
        static void needsAServer() {
            assumeTrue(RtspServer.available().present(), RtspServer.available().reason());
        }

        @ParameterizedTest
        @EnumSource(Transport.class)
        void shouldGiveFramesOfGrowingTimesOnTheSendersClock(Transport transport) throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE));
                    FrameSource source = open(server.url(), transport)) {
                // when: GStreamer sends its first report within five seconds
                List<CapturedFrame> frames = untilClock(source, CaptureClock.SENDER);

                // then
                assertThat(source.live()).isTrue();
                assertThat(source.format().width()).isEqualTo(320);
                assertThat(source.format().height()).isEqualTo(240);
                assertThat(frames).allMatch(frame -> frame.width() == 320 && frame.height() == 240);
                assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
                assertThat(frames)
                        .extracting(CapturedFrame::captureTimeUs)
                        .isSorted()
                        .doesNotHaveDuplicates();
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                assertThat(now - frames.get(frames.size() - 1).captureTimeUs()).isBetween(0L, 60_000_000L);
            }
        }

        @ParameterizedTest
        @EnumSource(Transport.class)
        void shouldTellThatAKilledServerIsLost(Transport transport) throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE));
                    FrameSource source = open(server.url(), transport, WATCHDOG)) {
                source.next();

                // when
                server.kill();
                Instant killed = Instant.now();

                // then: datagrams do not tell that nobody sends them any more
                assertThatThrownBy(() -> drain(source))
                        .asInstanceOf(type(SourceException.class))
                        .extracting(SourceException::fault)
                        .isIn(Fault.LOST, Fault.STALLED);
                assertThat(Instant.now()).isBefore(killed.plus(LONGEST));
            }
        }

        @ParameterizedTest
        @EnumSource(Transport.class)
        void shouldTellThatASilentServerIsStalled(Transport transport) throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE));
                    FrameSource source = open(server.url(), transport, WATCHDOG)) {
                source.next();

                // when
                server.freeze();
                Instant frozen = Instant.now();

                // then
                assertThatThrownBy(() -> drain(source))
                        .hasMessage(server.url() + " sends nothing (waited 3.0 s)")
                        .asInstanceOf(type(SourceException.class))
                        .returns(Fault.STALLED, SourceException::fault);
                assertThat(Instant.now()).isBefore(frozen.plus(LONGEST));
            }
        }

        @Test
        void shouldTakeUserAndPassword() throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE).withLogin("coach", "s3/c@ret"));
                    FrameSource source = open(server.url().replace("//", "//coach:s3%2Fc%40ret@"), Transport.AUTO)) {
                assertThat(source.next()).isPresent();
            }
        }

        @Test
        void shouldRefuseAWrongPasswordWithoutQuotingIt() throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE).withLogin("coach", "s3cret"))) {
                assertThatThrownBy(() -> open(server.url().replace("//", "//coach:wr0ng@"), Transport.AUTO))
                        .isInstanceOf(SourceException.class)
                        .hasMessage(server.url() + " refuses this user and password");
            }
        }

        @Test
        void shouldTellThatThereIsNoSuchStream() throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE))) {
                String url = server.url().replace("camera0", "nothing");

                assertThatThrownBy(() -> open(url, Transport.AUTO))
                        .hasMessage(url + " is not there (404): the server answers, but has no such stream");
            }
        }

        @Test
        void shouldEndAtOnceWhereTheReadingThreadIsInterrupted() throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE));
                    FrameSource source = open(server.url(), Transport.AUTO)) {
                server.freeze();

                assertEndsByAnInterrupt(() -> drain(source));
            }
        }

        @Test
        void shouldBeBackEachTimeTheServerIs() throws Exception {
            try (RtspServer server = started(RtspSettings.of(PICTURE))) {
                for (int outage = 0; outage < 3; outage++) {
                    server.kill();
                    server.start();
                    try (FrameSource source = open(server.url(), Transport.AUTO)) {
                        assertThat(source.next()).isPresent();
                    }
                }
            }
        }
    }

    @Test
    void shouldTellThatNobodyIsThere() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> open("rtsp://coach:s3cret@127.0.0.1:" + port + "/camera", Transport.AUTO))
                .hasMessage("rtsp://127.0.0.1:" + port + "/camera cannot be reached: connection refused")
                .asInstanceOf(type(SourceException.class))
                .returns(Fault.LOST, SourceException::fault);
    }

    @Test
    void shouldTellThatNobodyKnowsTheHost() {
        // RFC 6761, 6.4: a name that never is
        assertThatThrownBy(() -> open("rtsp://coach:s3cret@camera.invalid/1", Transport.AUTO))
                .hasMessageStartingWith("rtsp://camera.invalid/1 cannot be ")
                .asInstanceOf(type(SourceException.class))
                .extracting(SourceException::fault)
                .isIn(Fault.LOST, Fault.STALLED);
    }

    @Test
    void shouldTellThatAServerThatAcceptsSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String url = "rtsp://127.0.0.1:" + silent.getLocalPort() + "/camera";
            Instant begun = Instant.now();

            assertThatThrownBy(() -> open(url, Transport.AUTO, WATCHDOG))
                    .hasMessage(url + " does not answer (waited 3.0 s)")
                    .asInstanceOf(type(SourceException.class))
                    .returns(Fault.STALLED, SourceException::fault);
            assertThat(Instant.now()).isBefore(begun.plus(LONGEST));
        }
    }

    @Test
    void shouldStopConnectingWhereTheThreadIsInterrupted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String url = "rtsp://127.0.0.1:" + silent.getLocalPort() + "/camera";

            assertEndsByAnInterrupt(() -> {
                open(url, Transport.AUTO);
            });
        }
    }

    private interface Reading {

        void run() throws SourceException;
    }

    /** Interrupts a thread that reads, which ends by that and not by its time-out. */
    private static void assertEndsByAnInterrupt(Reading reading) throws InterruptedException {
        List<String> ends = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                reading.run();
            } catch (SourceException e) {
                ends.add(e.getMessage());
            }
        });
        reader.start();
        // Time enough to be in the midst of waiting.
        reader.join(300);
        reader.interrupt();
        reader.join(LONGEST.toMillis());
        assertThat(ends).singleElement().asString().endsWith("reading was interrupted");
    }

    private static RtspServer started(RtspSettings settings) throws Exception {
        RtspServer server = new RtspServer(settings);
        server.start();
        return server;
    }

    private static FrameSource open(String url, Transport transport) throws SourceException {
        return open(url, transport, PATIENCE);
    }

    private static FrameSource open(String url, Transport transport, Duration timeout) throws SourceException {
        NetworkOptions network = NetworkOptions.defaults().withTimeout(timeout).by(transport);
        return FrameSources.open(url, SourceOptions.defaults().with(network), Clock.systemUTC());
    }

    private static List<CapturedFrame> untilClock(FrameSource source, CaptureClock clock) throws SourceException {
        List<CapturedFrame> frames = new ArrayList<>();
        do {
            frames.add(source.next().orElseThrow());
        } while (frames.get(frames.size() - 1).clock() != clock && frames.size() < 25 * 20);
        assertThat(frames.get(frames.size() - 1).clock()).isEqualTo(clock);
        return frames;
    }

    private static void drain(FrameSource source) throws SourceException {
        while (source.next().isPresent()) {
            // On to the fault.
        }
    }
}
