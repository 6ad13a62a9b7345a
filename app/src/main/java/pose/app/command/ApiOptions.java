package pose.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.camera.ApiToken;
import pose.app.camera.CameraApi;
import pose.app.http.SmallHttpServer;
import pose.ingest.camera.CameraState;
import pose.ingest.config.CameraDesk;

/** Where cameras can be changed over HTTP, and by whom. */
final class ApiOptions {

    private static final String LOOPBACK = "localhost";

    @Option(
            names = "--api-port",
            paramLabel = "N",
            converter = BrokerCommand.Port.class,
            description =
                    "Port to see and change cameras at over HTTP, 1 to 65535, or 0 for any free one (default: none): "
                            + "GET /cameras, and GET, PUT and DELETE of /cameras/ID, in JSON with the keys of the file. A change "
                            + "holds until the process ends or the file says something new of that camera; the file itself is "
                            + "never written. A source is shown without its password, and put back as shown keeps it.")
    private @Nullable Integer port;

    @Option(
            names = "--api-host",
            paramLabel = "HOST",
            description = "Address to listen on for it; one that other machines reach needs --api-token-file (default: "
                    + LOOPBACK + ").")
    private @Nullable String host;

    @Option(
            names = "--api-token-file",
            paramLabel = "FILE",
            description = "A file with one line, 16 characters or more, that whoever asks must send: "
                    + "Authorization: Bearer LINE (default: none).")
    private @Nullable Path tokenFile;

    /** The option that makes no sense without a file of cameras. */
    Optional<String> given() {
        if (port != null) {
            return Optional.of("--api-port");
        }
        return host != null
                ? Optional.of("--api-host")
                : Optional.ofNullable(tokenFile).map(any -> "--api-token-file");
    }

    /** @throws ParameterException where one of these needs another */
    void check(CommandLine command) {
        if (port == null && given().isPresent()) {
            throw new ParameterException(command, given().get() + " is of no use without --api-port");
        }
        if (host != null && tokenFile == null && !SmallHttpServer.isLoopback(host)) {
            throw new ParameterException(
                    command,
                    "--api-host is " + host + ", which other machines reach; allowed without --api-token-file: "
                            + "localhost, 127.0.0.1, ::1");
        }
    }

    /**
     * Opens the port, where one was named, and tells where it is.
     *
     * @throws pose.app.UserMistake where the port cannot be listened on, or the token cannot be read
     */
    Optional<CameraApi> begin(CommandLine command, CameraDesk desk, Supplier<List<CameraState>> states) {
        if (port == null) {
            return Optional.empty();
        }
        ApiToken token = tokenFile == null ? null : ApiToken.read(tokenFile);
        CameraApi api = CameraApi.open(desk, states, token, host == null ? LOOPBACK : host, port);
        command.getErr().println("cameras at " + api.url() + "/cameras");
        return Optional.of(api);
    }
}
