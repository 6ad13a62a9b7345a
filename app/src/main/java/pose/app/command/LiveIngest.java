package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import pose.app.UserMistake;
import pose.app.camera.CameraApi;
import pose.app.camera.LiveCameras;
import pose.app.guard.Guarded;
import pose.app.log.Log;
import pose.app.metrics.CameraMonitoring;
import pose.ingest.IngestException;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraSettings;
import pose.ingest.config.BadConfigException;
import pose.ingest.config.CameraDesk;
import pose.ingest.config.SecretReferences;

/**
 * Live cameras until the user wants no more.
 *
 * @param kept what {@link Guarded#begin} gave
 */
record LiveIngest(CommandLine command, KafkaOptions kafka, CameraMetricsOptions metrics, ApiOptions api, String kept) {

    /** Those of a file, whatever it says meanwhile. */
    void run(Path config) throws IngestException {
        // Before anyone waits for a broker.
        CameraDesk desk = open(config);
        try (Interruption interruption = Interruption.listen();
                Monitored monitored = new Monitored(metrics.begin(command));
                LiveCameras cameras = connect(monitored)) {
            monitored.watch(cameras);
            desk.start(cameras::apply);
            Optional<CameraApi> served = api.begin(command, desk, cameras::states);
            try {
                cameras.run(interruption::awaitFor, desk::look, desk::apply);
            } finally {
                served.ifPresent(CameraApi::close);
            }
            end(cameras);
        }
    }

    /** This one; a recording at its end ends it. */
    void run(CameraSettings camera) throws IngestException {
        try (Interruption interruption = Interruption.listen();
                Monitored monitored = new Monitored(metrics.begin(command));
                LiveCameras cameras = connect(monitored)) {
            monitored.watch(cameras);
            Runnable start = () -> cameras.apply(List.of(camera));
            start.run();
            cameras.run(wait -> interruption.awaitFor(wait) || cameras.atEnd(), () -> {}, start);
            end(cameras);
        }
    }

    private CameraDesk open(Path config) {
        try {
            return CameraDesk.open(config, SecretReferences.OF_THIS_PROCESS, kept, Guarded::keep);
        } catch (BadConfigException e) {
            throw new UserMistake("--config: " + e.getMessage(), e);
        }
    }

    private LiveCameras connect(Monitored monitored) throws IngestException {
        return new LiveCameras(
                kafka.connect().properties(), kafka.longestWait(), Guarded.aside(), monitored.listeners());
    }

    private void end(LiveCameras cameras) {
        long lost = cameras.stop();
        Log.tellOfHeldBack();
        PrintWriter out = command.getOut();
        cameras.summary().forEach(out::println);
        out.flush();
        if (lost > 0) {
            throw new UserMistake(lost + " frames are lost: Kafka had not taken them when this was stopped");
        }
    }

    /** Monitoring, where it was asked for. */
    private record Monitored(@Nullable CameraMonitoring monitoring) implements AutoCloseable {

        Monitored(Optional<CameraMonitoring> begun) {
            this(begun.orElse(null));
        }

        List<CameraListener> listeners() {
            return monitoring == null ? List.of() : monitoring.listeners();
        }

        void watch(LiveCameras cameras) {
            if (monitoring != null) {
                monitoring.watch(cameras::states);
            }
        }

        @Override
        public void close() {
            if (monitoring != null) {
                monitoring.close();
            }
        }
    }
}
