package pose.app.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import pose.ingest.IngestException;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraSettings;
import pose.ingest.camera.CameraState;
import pose.ingest.camera.Cameras;

/** The cameras of this process while it runs: reported on once a second, and some of them put aside for a while. */
public final class LiveCameras implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LOOKS_A_REPORT = 2;

    private final CameraLog log = new CameraLog(System::nanoTime);
    private final Map<String, LongAdder> bytes = new ConcurrentHashMap<>();
    private final Aside aside;
    private final Cameras cameras;

    /**
     * Reaches Kafka; no camera runs yet.
     *
     * @param kafka client settings
     * @param wait for a broker's answer
     * @param aside which cameras are to wait, and for how long from now
     * @param listeners hear of every camera
     */
    public LiveCameras(Properties kafka, Duration wait, Map<String, Duration> aside, List<CameraListener> listeners)
            throws IngestException {
        List<CameraListener> all = new ArrayList<>(listeners);
        all.add(log);
        all.add(new CameraListener() {
            @Override
            public void published(String camera, int size) {
                bytes.computeIfAbsent(camera, id -> new LongAdder()).add(size);
            }
        });
        this.aside = new Aside(aside, System::nanoTime);
        this.cameras = Cameras.connect(kafka, wait, new CameraListeners(all));
    }

    /** Makes these run, those aside as soon as their time is over and this is called again. */
    public void apply(Collection<CameraSettings> wanted) {
        cameras.apply(aside.without(wanted));
    }

    public List<CameraState> states() {
        return cameras.states();
    }

    /**
     * Goes on until it is time to stop.
     *
     * @param stop waits for so long, and tells whether it is
     * @param look is called twice a second
     * @param again is called when a camera's time aside is over
     */
    public void run(Predicate<Duration> stop, Runnable look, Runnable again) {
        int looks = 0;
        while (!stop.test(BETWEEN_LOOKS)) {
            look.run();
            if (aside.isOneOver()) {
                again.run();
            }
            if (++looks % LOOKS_A_REPORT == 0) {
                log.report();
            }
        }
    }

    /** Whether every camera is a recording at its end. */
    public boolean atEnd() {
        List<CameraState> states = states();
        return !states.isEmpty() && states.stream().allMatch(one -> one.phase() == CameraState.Phase.ENDED);
    }

    /** A line for each camera of what was published. */
    public List<String> summary() {
        return states().stream()
                .map(camera -> String.format(
                        Locale.ROOT,
                        "camera %s: %d frames published, %.1f MB, epoch %d",
                        camera.id(),
                        camera.frames(),
                        bytes.getOrDefault(camera.id(), new LongAdder()).sum() / 1e6,
                        camera.epochUs()))
                .toList();
    }

    /**
     * Ends all cameras and sends what waits, for a bounded time.
     *
     * @return how many frames Kafka has not taken by then
     */
    public long stop() {
        long lost = cameras.stop();
        log.report();
        return lost;
    }

    @Override
    public void close() {
        long unused = stop();
    }
}
