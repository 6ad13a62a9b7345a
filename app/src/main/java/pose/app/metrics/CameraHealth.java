package pose.app.metrics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import pose.app.console.Durations;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraState;
import pose.ingest.camera.CameraState.Phase;

/** Whether every camera gives frames and Kafka takes them. */
final class CameraHealth implements CameraListener {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Supplier<Optional<List<CameraState>>> states;
    private final LongSupplier nanoTime;
    private volatile long taken;

    /** @param states empty before Kafka has answered */
    CameraHealth(Supplier<Optional<List<CameraState>>> states, LongSupplier nanoTime) {
        this.states = states;
        this.nanoTime = nanoTime;
        this.taken = nanoTime.getAsLong();
    }

    @Override
    public void published(String camera, int bytes) {
        taken = nanoTime.getAsLong();
    }

    /** Fails while something is missing; a restart would not bring it. */
    Health.Verdict ready() {
        Map<String, String> failing = new LinkedHashMap<>();
        Optional<List<CameraState>> now = states.get();
        if (now.isEmpty()) {
            failing.put("kafka", "has not answered yet");
        }
        List<CameraState> cameras = now.orElse(List.of());
        for (CameraState camera : cameras) {
            if (camera.phase() == Phase.CONNECTING) {
                failing.put("camera " + camera.id(), "not reached yet");
            } else if (camera.phase() == Phase.LOST) {
                failing.put("camera " + camera.id(), "lost: " + camera.detail());
            }
        }
        long silence = nanoTime.getAsLong() - taken;
        if (silence > PATIENCE && cameras.stream().anyMatch(camera -> camera.waitingBytes() > 0)) {
            failing.put(
                    "kafka",
                    "has taken nothing for " + Durations.text(Duration.ofNanos(silence)) + " while frames wait");
        }
        return new Health.Verdict(failing);
    }
}
