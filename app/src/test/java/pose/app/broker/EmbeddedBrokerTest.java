package pose.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.UserMistake;

class EmbeddedBrokerTest {

    @Test
    void shouldLeaveNoFolderAndNoThreadBehindWhenTemporary() throws Exception {
        // given
        Path folder;
        Set<Thread> threadsBefore = liveThreads();

        // when
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            folder = broker.folder();
            createTopic(broker, "some-topic");
        }

        // then
        assertThat(folder).doesNotExist();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInSameThread()
                .untilAsserted(() -> assertThat(liveThreads())
                        .filteredOn(thread -> !threadsBefore.contains(thread))
                        .isEmpty());
    }

    @Test
    void shouldStillHaveItsTopicsAtTheNextStartWhenDurable(@TempDir Path folder) throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.durable(folder.resolve("new"), EmbeddedBroker.ANY_PORT)) {
            createTopic(broker, "kept");
        }

        // when
        try (EmbeddedBroker broker = EmbeddedBroker.durable(folder.resolve("new"), EmbeddedBroker.ANY_PORT)) {

            // then
            assertThat(topics(broker)).containsExactly("kept");
        }
    }

    @Test
    void shouldNameThePortWhenItIsInUse(@TempDir Path folder) throws IOException {
        // given
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            // when
            assertThatThrownBy(() -> EmbeddedBroker.durable(folder, port))

                    // then
                    .isInstanceOf(UserMistake.class)
                    .hasMessage("port %d of 127.0.0.1 is already in use; choose another with --port".formatted(port));
        }
    }

    @Test
    void shouldNameTheFolderWhenAFileIsInItsPlace(@TempDir Path folder) throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        // when
        assertThatThrownBy(() -> EmbeddedBroker.durable(file, EmbeddedBroker.ANY_PORT))

                // then
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(file.toString());
    }

    private static void createTopic(EmbeddedBroker broker, String name)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(EmbeddedBroker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(broker)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()));
    }

    private static Set<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                // The JVM's own workers come and go as they please.
                .filter(thread -> !thread.isDaemon() || thread.getName().contains("kafka"))
                .collect(Collectors.toSet());
    }
}
