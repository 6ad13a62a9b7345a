package pose.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceFormat;
import pose.ingest.camera.CameraListener;
import pose.schema.GapReason;

/** Counts what becomes of cameras. */
final class CameraMeters implements CameraListener {

    /** Beyond these, cameras are counted together. */
    private static final int MOST_CAMERAS = 1000;

    private final PerCamera<Meters> cameras;

    CameraMeters(MeterRegistry registry) {
        cameras = new PerCamera<>(MOST_CAMERAS, camera -> new Meters(registry, camera));
    }

    /** What is told by camera. */
    private static final class Meters {
        private final MeterRegistry registry;
        private final String camera;
        private final Counter frames;
        private final Counter bytes;
        private final Counter connections;
        private final Counter failures;
        private final Map<GapReason, Counter> missing = new EnumMap<>(GapReason.class);

        Meters(MeterRegistry registry, String camera) {
            this.registry = registry;
            this.camera = camera;
            frames = counter("pose.ingest.frames", "Frames that Kafka acknowledged");
            bytes = counter("pose.ingest.bytes", "Bytes of pictures in them");
            connections = counter("pose.ingest.connections", "How often the camera was reached");
            failures =
                    counter("pose.ingest.failures", "Attempts to reach the camera that failed, and connections lost");
            // Told from the beginning, so that a rate sees the first of them.
            missing(GapReason.CAMERA_LOST);
            missing(GapReason.SLOW_BROKER);
        }

        private Counter counter(String name, String description) {
            return Counter.builder(name)
                    .description(description)
                    .tag("camera", camera)
                    .register(registry);
        }

        private synchronized Counter missing(GapReason reason) {
            return missing.computeIfAbsent(
                    reason,
                    why -> Counter.builder("pose.ingest.missing.frames")
                            .description("Frames that will not come, each in a gap event")
                            .tag("camera", camera)
                            .tag("reason", why.name())
                            .register(registry));
        }
    }

    @Override
    public void connected(String camera, SourceFormat format) {
        cameras.of(camera).connections.increment();
    }

    @Override
    public void lost(String camera, Fault fault, String detail) {
        cameras.of(camera).failures.increment();
    }

    @Override
    public void published(String camera, int bytes) {
        Meters meters = cameras.of(camera);
        meters.frames.increment();
        meters.bytes.increment(bytes);
    }

    @Override
    public void missing(String camera, GapReason reason, long frames, String detail) {
        cameras.of(camera).missing(reason).increment((double) frames);
    }
}
