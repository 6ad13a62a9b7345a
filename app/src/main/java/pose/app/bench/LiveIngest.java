package pose.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pose.app.UserMistake;

/** {@code pose ingest --config} on cameras at ports of loopback, as the launcher runs it. */
final class LiveIngest implements AutoCloseable {

    /** As the launcher runs it: what there is to do is done in native code. */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ChildCommand command;

    private LiveIngest(ChildCommand command) {
        this.command = command;
    }

    static LiveIngest start(Path folder, BenchBroker broker, List<Integer> ports) {
        Path config = folder.resolve("cameras.yaml");
        try {
            Files.writeString(
                    config,
                    "cameras:\n"
                            + IntStream.range(0, ports.size())
                                    .mapToObj(i -> "  - id: " + FrameSender.camera(i) + "\n    source: "
                                            + FreeUdpPorts.url(ports.get(i)) + "\n")
                                    .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UserMistake("'" + config + "' cannot be written: " + e.getMessage(), e);
        }
        return new LiveIngest(ChildCommand.start(
                folder, JVM, List.of("ingest", "--config", config.toString(), "--bootstrap", broker.bootstrap())));
    }

    boolean requireAlive() {
        command.requireAlive();
        return true;
    }

    /** The process that reads the cameras: the guard's child, which has nearly all the memory, or else the one that was started. */
    private ProcessHandle worker() {
        ProcessHandle own = ProcessHandle.of(command.pid()).orElseThrow(() -> new UserMistake("'pose ingest' is gone"));
        return own.descendants()
                .max(Comparator.comparingDouble(LiveIngest::resident))
                .filter(child -> resident(child) > 0)
                .orElse(own);
    }

    private static double resident(ProcessHandle process) {
        return ProcessReading.of(process.pid())
                .map(ProcessReading::residentMebibytes)
                .orElse(0.0);
    }

    /** Of the process that reads the cameras. */
    ProcessReading reading() {
        Optional<ProcessReading> reading = ProcessReading.of(worker().pid());
        return reading.orElseThrow(() -> new UserMistake("what 'pose ingest' holds cannot be read"));
    }

    /** Processor time of the process that reads the cameras, so far. */
    Duration cpu() {
        return worker().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory of the guard beside it; 0 where there is none. */
    double guardMebibytes() {
        return worker().pid() == command.pid()
                ? 0
                : ProcessReading.of(command.pid())
                        .map(ProcessReading::residentMebibytes)
                        .orElse(0.0);
    }

    @Override
    public void close() {
        command.close();
    }
}
