package pose.app.camera;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import pose.ingest.camera.CameraSettings;

/** Cameras that are to wait for a while before they begin. Safe for several threads. */
final class Aside {

    private final Map<String, Long> until = new HashMap<>();
    private final LongSupplier nanoTime;

    /** @param lengths from now on */
    Aside(Map<String, Duration> lengths, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        lengths.forEach((camera, length) -> until.put(camera, now + length.toNanos()));
    }

    /** Those that need not wait. */
    synchronized List<CameraSettings> without(Collection<CameraSettings> cameras) {
        return cameras.stream()
                .filter(camera -> !until.containsKey(camera.id()))
                .toList();
    }

    /** Whether some need not wait any longer; told once for each. */
    synchronized boolean isOneOver() {
        long now = nanoTime.getAsLong();
        return until.values().removeIf(end -> end - now <= 0);
    }
}
