package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What needs no broker; with one, the end-to-end tests run this class. */
@Timeout(180)
class PoseStreamTest {

    @Test
    void shouldSayThatNoBrokerAnswersWithinABoundedTime() throws IOException {
        // given a port that was free a moment ago
        int port = freePort();
        StreamConfig config = StreamConfig.of("127.0.0.1:" + port);
        try (PoseStream stream = new PoseStream(config, FakeInference.free())) {
            // then
            assertThatThrownBy(() -> stream.start(Duration.ofSeconds(1)))
                    .isInstanceOf(StreamSetupException.class)
                    .hasMessage("no broker answered at 127.0.0.1:" + port + " within 1 s");
            assertThat(stream.state()).isEqualTo(State.CREATED);
        }
    }

    @Test
    void shouldSayThatAnAddressIsNone() {
        try (PoseStream stream = new PoseStream(StreamConfig.of("no-port"), FakeInference.free())) {
            assertThatThrownBy(() -> stream.start(Duration.ofSeconds(1)))
                    .isInstanceOf(StreamSetupException.class)
                    .hasMessageContaining("no-port");
        }
    }

    @Test
    void shouldLeaveNoThreadBehind() {
        PoseStream stream = new PoseStream(StreamConfig.of("127.0.0.1:1"), FakeInference.free());

        boolean clean = stream.close(Duration.ofMinutes(1));

        assertThat(clean).isTrue();
        // Whose end was seen may still be on its way out.
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("pose-")));
    }

    @Test
    void shouldStartOnlyBeforeItIsClosed() {
        PoseStream stream = new PoseStream(StreamConfig.of("127.0.0.1:1"), FakeInference.free());
        stream.close();

        assertThatThrownBy(stream::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldHaveAnAverageBatchFill() {
        assertThat(new StreamProgress(10, 9, 1, 0, 4, 10).batchFill()).isEqualTo(2.5);
        assertThat(new StreamProgress(0, 0, 0, 0, 0, 0).batchFill()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
