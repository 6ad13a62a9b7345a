package pose.e2e;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.testcontainers.containers.Container;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import pose.app.kafka.Cluster;
import pose.e2e.process.Patience;
import pose.schema.Topics;

/**
 * A broker in a container, of the official image or one like it. The container stays the same over stops and kills, and
 * with it the records; its port on this machine is one chosen beforehand, because Docker would choose anew at every start.
 */
final class KafkaInContainer implements TestKafka {

    private static final Duration LONGEST_START = Patience.LONGEST;
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;
    private static final int PORT = 9092;

    private final KafkaContainer container;

    private KafkaInContainer(KafkaContainer container) {
        this.container = container;
    }

    /** Starts one, or says in a failed assumption why there are no containers here. */
    static KafkaInContainer open() {
        DockerImageName image = ContainerImage.kafka();
        KafkaContainer container = new KafkaContainer(image.asCompatibleSubstituteFor("apache/kafka"))
                .withStartupTimeout(LONGEST_START)
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", "" + (Topics.MAX_FRAME_BYTES + 1024 * 1024))
                .withEnv("KAFKA_CONTROLLED_SHUTDOWN_ENABLE", "false")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "1")
                .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
        container.setPortBindings(List.of("127.0.0.1:" + FreePort.find() + ":" + PORT));
        container.start();
        return new KafkaInContainer(container);
    }

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        // Docker's own stop speaks to the first process, a shell that does not hand it on.
        execute("kill -TERM $(pidof java)");
        docker().waitContainerCmd(container.getContainerId())
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
        Awaitility.await().pollInSameThread().atMost(LONGEST_GOODBYE).until(() -> !container.isRunning());
    }

    @Override
    public void start() {
        docker().startContainerCmd(container.getContainerId()).exec();
        Cluster.reach(Clients.of(bootstrap()), null, LONGEST_START);
    }

    @Override
    public void close() {
        container.close();
    }

    private void execute(String command) {
        try {
            Container.ExecResult result = container.execInContainer("sh", "-c", command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(command + ": " + result.getStderr());
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + " in the broker's container: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + command, e);
        }
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
