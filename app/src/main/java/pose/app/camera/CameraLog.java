package pose.app.camera;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.console.Durations;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceFormat;
import pose.ingest.camera.CameraListener;
import pose.schema.GapReason;

/**
 * Writes a line when a camera is lost and when it is back, however many attempts are between, and one for all frames that are
 * missing since the last report.
 */
public final class CameraLog implements CameraListener {

    private static final Logger LOG = LoggerFactory.getLogger(CameraLog.class);

    private final LongSupplier nanoTime;
    private final Map<String, Long> lostSince = new ConcurrentHashMap<>();
    private final Map<String, Map<GapReason, Long>> missing = new TreeMap<>();

    /** @param nanoTime as {@link System#nanoTime} */
    public CameraLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void connected(String camera, SourceFormat format) {
        Long since = lostSince.remove(camera);
        if (since != null) {
            LOG.info(
                    "camera {} is back after {}",
                    camera,
                    Durations.text(Duration.ofNanos(nanoTime.getAsLong() - since)));
            return;
        }
        String rate = format.fps().isPresent()
                ? String.format(Locale.ROOT, ", %.4g frames/s", format.fps().getAsDouble())
                : "";
        LOG.info("camera {} is there: {}×{}{}", camera, format.width(), format.height(), rate);
    }

    @Override
    public void lost(String camera, Fault fault, String detail) {
        if (lostSince.putIfAbsent(camera, nanoTime.getAsLong()) == null) {
            LOG.warn("camera {} is {}: {}", camera, fault == Fault.STALLED ? "stalled" : "lost", detail);
        }
    }

    @Override
    public void ended(String camera) {
        LOG.info("camera {} has come to its end", camera);
    }

    @Override
    public synchronized void missing(String camera, GapReason reason, long frames, String detail) {
        if (frames > 0) {
            missing.computeIfAbsent(camera, id -> new TreeMap<>()).merge(reason, frames, Long::sum);
        }
    }

    /** Writes a line of all that is missing since the last call, where there is any; to be called once a second. */
    public void report() {
        String told = take();
        if (!told.isEmpty()) {
            LOG.warn("frames are missing: {}", told);
        }
    }

    private synchronized String take() {
        String told = missing.entrySet().stream()
                .map(camera -> camera.getKey() + " "
                        + camera.getValue().entrySet().stream()
                                .map(reason -> reason.getValue() + " " + reason.getKey())
                                .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
        missing.clear();
        return told;
    }
}
