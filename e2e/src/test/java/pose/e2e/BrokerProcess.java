package pose.e2e;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import pose.app.broker.TemporaryFolder;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/** {@code pose broker} in a process of its own, with a port and a folder that outlive it. */
final class BrokerProcess implements TestKafka {

    private static final Duration LONGEST_START = Patience.LONGEST;
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;

    private final TemporaryFolder folder;
    private final int port;
    private PoseProcess process;

    private BrokerProcess(TemporaryFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    static BrokerProcess open() {
        BrokerProcess broker = new BrokerProcess(TemporaryFolder.create("pose-e2e-broker-"), FreePort.find());
        try {
            broker.awaitReady();
            return broker;
        } catch (RuntimeException | Error e) {
            // Nobody else could, and one that starts slowly on a busy machine would make it busier.
            broker.close();
            throw e;
        }
    }

    @Override
    public String bootstrap() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    @Override
    public void stop() {
        process.askToEnd();
        if (!process.endsWithin(LONGEST_GOODBYE)) {
            throw new IllegalStateException("the broker does not stop: " + process.err());
        }
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void start() {
        if (process.alive()) {
            throw new IllegalStateException("the broker runs already");
        }
        process = run();
        awaitReady();
    }

    @Override
    public void close() {
        process.kill();
        folder.close();
    }

    private PoseProcess run() {
        Path path = folder.path();
        return PoseProcess.start(path, List.of("broker", "--port", "" + port, "--dir", path.resolve("log") + ""));
    }

    /** It says its address as soon as it answers. */
    private void awaitReady() {
        Awaitility.await().pollInSameThread().atMost(LONGEST_START).until(() -> {
            if (!process.alive()) {
                throw new IllegalStateException("the broker ended by itself: " + process.err());
            }
            return process.out().contains(bootstrap());
        });
    }
}
