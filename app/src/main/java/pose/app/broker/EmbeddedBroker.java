package pose.app.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;

/**
 * A Kafka broker of one node (KRaft, broker and controller in one) inside this process, on loopback only. Ready for
 * clients when the constructing call returns; {@link #close} stops it and, where the folder was temporary, deletes it.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Take any free port. */
    public static final int ANY_PORT = 0;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String HOST = LOOPBACK.getHostAddress();
    private static final String FORMATTED = "meta.properties";

    /** A free port may be taken by someone else between being found and being used. */
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final Path folder;
    private final @Nullable TemporaryFolder temporary;

    private EmbeddedBroker(KafkaRaftServer server, int port, Path folder, @Nullable TemporaryFolder temporary) {
        this.server = server;
        this.folder = folder;
        this.port = port;
        this.temporary = temporary;
    }

    /** Starts one on any free port, as {@link #temporary(int)} does. */
    public static EmbeddedBroker temporary() {
        return temporary(ANY_PORT);
    }

    /**
     * Starts one whose records are in a temporary folder that goes when it is closed.
     *
     * @param port 1 to 65535, or {@link #ANY_PORT}
     * @throws UserMistake where it does not start
     */
    public static EmbeddedBroker temporary(int port) {
        return temporary(port, null);
    }

    /** Starts one on any free port, as {@link #temporary(int)} does, whose clients must prove who they are. */
    public static EmbeddedBroker secured(ListenerSecurity security) {
        return temporary(ANY_PORT, security);
    }

    private static EmbeddedBroker temporary(int port, @Nullable ListenerSecurity security) {
        TemporaryFolder folder = TemporaryFolder.create("pose-broker-");
        try {
            return start(folder.path(), port, folder, security);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts one whose records stay in a folder and are there again at the next start.
     *
     * @param folder is made where it does not exist
     * @param port 1 to 65535, or {@link #ANY_PORT}
     * @throws UserMistake where the folder cannot be written or is in use, or the port is taken
     */
    public static EmbeddedBroker durable(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserMistake("the broker's folder '" + folder + "' cannot be made: " + e.getMessage(), e);
        }
        if (!Files.isWritable(folder)) {
            throw new UserMistake("the broker's folder '" + folder + "' cannot be written");
        }
        return start(folder, port, null, null);
    }

    /** Where clients find it, {@code host:port}. */
    public String bootstrap() {
        return HOST + ":" + port;
    }

    /** Where its records are. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            if (temporary != null) {
                temporary.close();
            }
        }
    }

    private static EmbeddedBroker start(
            Path folder, int port, @Nullable TemporaryFolder temporary, @Nullable ListenerSecurity security) {
        if (port != ANY_PORT) {
            return startOn(requireFree(port), folder, temporary, security);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return startOn(freePort(), folder, temporary, security);
            } catch (UserMistake e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedBroker startOn(
            int port, Path folder, @Nullable TemporaryFolder temporary, @Nullable ListenerSecurity security) {
        Map<String, Object> open = BrokerConfig.of(folder, HOST, port, freePort());
        Map<String, Object> config = security == null ? open : BrokerConfig.secured(open, security, HOST, freePort());
        format(folder);
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, port, folder, temporary);
        } catch (RuntimeException e) {
            if (server != null) {
                server.shutdown();
            }
            throw new UserMistake(
                    "the broker does not start on port " + port + " with folder '" + folder + "': " + e.getMessage(),
                    e);
        }
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve(FORMATTED))) {
            return;
        }
        Formatter formatter = new Formatter()
                .setNodeId(BrokerConfig.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception e) { // That is what Formatter.run declares.
            throw new KafkaException("cannot format '" + folder + "': " + e.getMessage(), e);
        }
    }

    private static int requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return port;
        } catch (IOException e) {
            throw new UserMistake("port " + port + " of " + HOST + " is already in use; choose another with --port", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(ANY_PORT, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UserMistake("no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }
}
