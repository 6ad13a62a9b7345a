package pose.app.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.ChannelWatch;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.PinnedVersion;
import pose.channel.Signature;
import pose.schema.ActivationKind;
import pose.schema.Topics;

class ChannelWatchTest {

    private static final Channel STABLE = new Channel("lite", Channel.STABLE);
    private static final Duration SHORTLY = Duration.ofMillis(200);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldGoOnWhenTheBrokerWentAwayAndCameBack() throws Exception {
        // given
        EmbeddedBroker broker = EmbeddedBroker.durable(folder.resolve("broker"), EmbeddedBroker.ANY_PORT);
        Properties clients = clients(broker.bootstrap());
        Cluster.reach(clients, null, Duration.ofMinutes(1))
                .create(List.of(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS), 1, Map.of());
        promote(clients, "1");
        try (ChannelWatch watch = ChannelWatch.open(clients, problem -> {})) {
            assertThat(watch.start().active(STABLE).orElseThrow().version().version())
                    .isEqualTo("1");
            int port = Integer.parseInt(broker.bootstrap().replaceAll(".*:", ""));
            broker.close();
            assertThat(watch.poll(SHORTLY)).isEmpty();

            // when
            try (EmbeddedBroker back = EmbeddedBroker.durable(folder.resolve("broker"), port)) {
                promote(clients, "2");
                promote(clients, "3");

                // then
                assertThat(WeightsBroker.changes(watch, 2))
                        .extracting(change -> change.version().version())
                        .containsExactly("2", "3");
                assertThat(watch.state().active(STABLE).orElseThrow().record().getHistory())
                        .containsExactly("2", "1");
                assertThat(back.bootstrap()).isEqualTo(broker.bootstrap());
            }
        }
    }

    @Test
    void shouldRefuseALogThatHasNoOrder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Properties clients = clients(broker.bootstrap());
            assertThatThrownBy(() -> ChannelWatch.open(clients, problem -> {}))
                    .isInstanceOf(ChannelException.class)
                    .hasMessage("topic pose.weights.v1 is not there; make the topics with 'pose topics create'");
            try (Admin admin = Admin.create(clients)) {
                admin.createTopics(List.of(new NewTopic(Topics.WEIGHTS.name(), 4, (short) 1)))
                        .all()
                        .get();

                // when
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThatThrownBy(() -> ChannelWatch.open(clients, problem -> {}))

                                // then
                                .isInstanceOf(ChannelException.class)
                                .hasMessageStartingWith(
                                        "topic pose.weights.v1 has 4 partitions; it must have exactly 1"));
            }
        }
    }

    private static void promote(Properties clients, String version) throws ChannelException {
        try (Channels channels = Channels.connect(clients, Clock.systemUTC(), problem -> {})) {
            channels.activate(
                    STABLE,
                    new PinnedVersion(STABLE.version(version), "", ""),
                    ActivationKind.PROMOTED,
                    new Signature("anna@desk", ""),
                    Optional.empty(),
                    Expectation.ANY);
        }
    }

    private static Properties clients(String bootstrap) {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return properties;
    }
}
