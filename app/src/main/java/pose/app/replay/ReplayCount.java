package pose.app.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.schema.Original;

/** What a replay has done so far. One thread. */
final class ReplayCount {

    private final Map<String, Long> perCamera = new LinkedHashMap<>();
    private final Lateness lateness = new Lateness();
    private final SequenceWatch sequences = new SequenceWatch();
    private final List<String> finished = new ArrayList<>();
    private @Nullable ReplayHash hash;
    private long differing;
    private int passes;
    private long inPass;
    private long inFirstPass;
    private long frames;
    private long unseen;
    private long bytes;

    ReplayCount(Collection<String> cameras) {
        cameras.forEach(camera -> perCamera.put(camera, 0L));
    }

    void beginPass() {
        endPass();
        hash = new ReplayHash();
        passes++;
        inPass = 0;
    }

    /** Only the first pass's hash is kept; of the others, whether they gave the same. */
    private void endPass() {
        ReplayHash ended = hash;
        if (ended == null) {
            return;
        }
        hash = null;
        String value = ended.finished();
        if (finished.isEmpty()) {
            finished.add(value);
            inFirstPass = inPass;
        } else if (!value.equals(finished.get(0))) {
            differing++;
        }
    }

    void add(ReadyFrame ready, boolean sent, long lateNanos) {
        RecordedFrame frame = ready.frame();
        if (hash != null) {
            hash.add(ready.digest());
        }
        Original original = frame.original();
        if (passes == 1 && original != null) {
            sequences.see(frame.camera(), original);
        }
        frames++;
        inPass++;
        if (sent) {
            perCamera.merge(frame.camera(), 1L, Long::sum);
            bytes += frame.bytes();
        } else {
            unseen++;
        }
        lateness.add(lateNanos);
    }

    /** How many frames were taken in hand. */
    long frames() {
        return frames;
    }

    ReplayReport report(
            ReplayPlan plan, ReplaySender sender, long nanos, Optional<String> failure, boolean interrupted) {
        boolean cut = failure.isPresent() || interrupted;
        if (!cut || passes == 1) {
            endPass();
        }
        return new ReplayReport(
                sender.topic(),
                perCamera,
                frames,
                sender.acknowledged(),
                unseen,
                bytes,
                passes,
                plan.speed(),
                nanos / 1e9,
                new ReplayReport.Jitter(
                        lateness.quantileMillis(0.5),
                        lateness.quantileMillis(0.99),
                        lateness.maxMillis(),
                        lateness.laterThan(ReplayReport.LATE_MILLIS)),
                new ReplayReport.Recording(sequences.gaps(), sequences.missing(), sequences.repeated()),
                finished.stream().findFirst().map(value -> new ReplayReport.Hash(value, inFirstPass, differing)),
                failure,
                interrupted);
    }

    /** What a frame is called in messages. */
    static String name(RecordedFrame frame) {
        Original original = frame.original();
        return original == null
                ? frame.camera() + " at " + frame.timeUs() / 1e6 + " s"
                : frame.camera() + "/" + original.getEpoch() + "/" + original.getSequence();
    }
}
