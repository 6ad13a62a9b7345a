package pose.app.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When each frame is sent, and when it says it was taken, over all passes. Every camera keeps to the one clock of its pass; a
 * pass begins after the last frame of the one before as long as that camera's frames are apart. At full speed nothing is due at
 * any time, and a frame is taken when it is sent. A camera's times never go back.
 */
final class Schedule {

    /** How long before the first frame is due: its record is made meanwhile. */
    private static final long LEAD_NANOS = 100_000_000;

    private static final long USUAL_INTERVAL_US = 40_000;

    private final ReplaySpeed speed;
    private final ReplayTime time;
    private final Map<String, Long> lastTimes = new HashMap<>();
    private final Map<String, Long> lastCaptures = new HashMap<>();
    private @Nullable ReplayClock clock;
    private long lastTimeUs;
    private long intervalUs = USUAL_INTERVAL_US;
    private long epochUs;

    Schedule(ReplaySpeed speed, ReplayTime time) {
        this.speed = speed;
        this.time = time;
    }

    /** Begins a pass whose first frame was taken then; to be called with that frame. */
    void beginPass(long originUs) {
        double factor = speed.factor().orElse(1);
        ReplayClock before = clock;
        if (before == null || speed.factor().isEmpty()) {
            clock = new ReplayClock(
                    originUs, time.nanos() + LEAD_NANOS, time.epochMicros() + LEAD_NANOS / 1000, factor);
        } else {
            long end = lastTimeUs + intervalUs;
            clock = new ReplayClock(originUs, before.dueNanos(end), before.captureTimeUs(end), factor);
        }
        epochUs = Math.max(epochUs + 1, clock.startUs());
        lastTimes.clear();
    }

    /** The epoch of the pass: when it begins, µs since 1970 UTC, and of no pass before it. */
    long epochUs() {
        return epochUs;
    }

    /** Takes the next frame on, and says when it is due on {@link ReplayTime#nanos}; empty at full speed. */
    OptionalLong dueNanos(RecordedFrame frame) {
        Long before = lastTimes.get(frame.camera());
        lastTimeUs = before == null ? frame.timeUs() : Math.max(before, frame.timeUs());
        if (before != null && lastTimeUs > before) {
            intervalUs = lastTimeUs - before;
        }
        lastTimes.put(frame.camera(), lastTimeUs);
        return speed.factor().isEmpty() ? OptionalLong.empty() : OptionalLong.of(clock().dueNanos(lastTimeUs));
    }

    /** When the frame that was taken on last is taken in the replay, µs since 1970 UTC. */
    long captureTimeUs(String camera) {
        long taken = speed.factor().isEmpty() ? time.epochMicros() : clock().captureTimeUs(lastTimeUs);
        return lastCaptures.merge(camera, taken, Math::max);
    }

    private ReplayClock clock() {
        ReplayClock begun = clock;
        if (begun == null) {
            throw new IllegalStateException("no pass has begun");
        }
        return begun;
    }
}
