package pose.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaTest {

    private static final PublisherOptions IMPATIENT =
            new PublisherOptions(Duration.ofMillis(300), Duration.ofMinutes(1));

    @Test
    void shouldNameABrokerThatIsNotThere() throws Exception {
        // given
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        // when / then
        assertThatThrownBy(() -> FramePublisher.connect(settings("127.0.0.1:" + port), "front", IMPATIENT))
                .isInstanceOf(IngestException.class)
                .hasMessage("no Kafka broker answers at 127.0.0.1:" + port + " (waited 0.3 s)");
    }

    @Test
    void shouldNameABrokerThatNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();

            assertThatThrownBy(() -> FramePublisher.connect(settings(address), "front", IMPATIENT))
                    .isInstanceOf(IngestException.class)
                    .hasMessage("no Kafka broker answers at " + address + " (waited 0.3 s)");
        }
    }

    @Test
    void shouldNameAnAddressThatIsNone() {
        assertThatThrownBy(() -> FramePublisher.connect(settings("nowhere"), "front", IMPATIENT))
                .isInstanceOf(IngestException.class)
                .hasMessageStartingWith("Kafka at nowhere cannot be used: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldAskForBrokers() {
        assertThatThrownBy(() -> FramePublisher.connect(new Properties(), "front", IMPATIENT))
                .isInstanceOf(IngestException.class)
                .hasMessage("no Kafka broker named: bootstrap.servers is empty; give HOST:PORT");
    }

    @Test
    void shouldKeepItsPromisesWhateverTheUsersSettingsSay() {
        // given
        Properties user = settings("127.0.0.1:9");
        user.put("acks", "0");
        user.put("enable.idempotence", "false");
        user.put("compression.type", "gzip");
        user.put("linger.ms", "77");

        // when
        Properties settings = ProducerSettings.of(user, new FrameLimit(1000, "x"), PublisherOptions.defaults());

        // then
        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("compression.type", "none")
                .containsEntry("linger.ms", "77");
    }

    @Test
    void shouldLetARecordingsFramesTravelTogether() {
        // given
        FrameLimit limit = new FrameLimit(8 << 20, "x");

        // when
        Properties bulk = ProducerSettings.of(
                settings("127.0.0.1:9"), limit, PublisherOptions.defaults().inBulk());
        Properties soon = ProducerSettings.of(settings("127.0.0.1:9"), limit, PublisherOptions.defaults());

        // then
        assertThat(bulk).containsEntry("linger.ms", "50").containsEntry("batch.size", "1048576");
        assertThat(soon).containsEntry("linger.ms", "0").containsEntry("batch.size", "262144");
    }

    @Test
    void shouldTakeTheLowerOfTheTopicsAndTheProducersLimit() {
        // given
        Properties user = settings("127.0.0.1:9");
        user.put("max.request.size", "500");

        // when
        FrameLimit limit = ProducerSettings.limit(user, new FrameLimit(1000, "the topic's"));

        // then
        assertThat(limit).isEqualTo(new FrameLimit(500, "the producer's max.request.size"));
    }

    private static Properties settings(String brokers) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        return settings;
    }
}
