package pose.app.record;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.app.drawing.ClipPainter;
import pose.app.drawing.FramePicture;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.PoseFrame;

/** Writes a clip of one camera's frames, and beside it a line for each of its pictures: the nth is of the nth. */
public final class Recorder {

    private static final long USUAL_INTERVAL_US = 40_000;
    private static final double SLOWEST_RATE = 1;
    private static final double FASTEST_RATE = 240;

    private final RecordPlan plan;
    private final Supplier<Optional<Frame>> frames;
    private final FrameEvents events;
    private final MissingFrames missing;
    private final BooleanSupplier stopped;
    private final LongConsumer progress;
    private final Deque<Frame> ahead = new ArrayDeque<>();
    private final ClipPainter painter = new ClipPainter();
    private long pictures;
    private long posed;
    private long broken;
    private long gaps;
    private long lost;

    /**
     * Prepares a recording.
     *
     * @param frames the camera's, in their order
     * @param gaps the camera's, in any order
     * @param stopped asked after each picture whether to end there
     * @param progress told how many pictures there are so far
     */
    public Recorder(
            RecordPlan plan,
            Supplier<Optional<Frame>> frames,
            FrameEvents events,
            Collection<Gap> gaps,
            BooleanSupplier stopped,
            LongConsumer progress) {
        this.plan = plan;
        this.frames = frames;
        this.events = events;
        this.missing = new MissingFrames(gaps);
        this.stopped = stopped;
        this.progress = progress;
    }

    /**
     * Records to the end of the frames, or until it is stopped: both files are complete then. Where it fails, neither is there.
     *
     * @return empty where there is no frame: nothing is written then
     * @throws UserMistake where a file cannot be written
     */
    public Optional<RecordReport> run() {
        long intervalUs = firstInterval();
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        Frame first = ahead.getFirst();
        double rate = Math.max(SLOWEST_RATE, Math.min(FASTEST_RATE, 1e6 / intervalUs));
        ClipTimes times = new ClipTimes(intervalUs);
        try (Clip clip = new Clip(plan.out(), first.getWidth(), first.getHeight(), rate);
                Sidecar sidecar = plan.poses().map(Sidecar::new).orElse(null)) {
            boolean interrupted = recordAll(clip, sidecar, times);
            clip.finish();
            if (sidecar != null) {
                sidecar.finish();
                sidecar.complete();
            }
            clip.complete();
            return Optional.of(new RecordReport(
                    pictures, posed, broken, gaps, lost, times.setBack(), times.last() / 1e6, plan, interrupted));
        }
    }

    /** How far apart the first two are: what the rest is expected to be. */
    private long firstInterval() {
        frames.get().ifPresent(ahead::add);
        frames.get().ifPresent(ahead::add);
        long between = ahead.size() < 2
                ? 0
                : ahead.getLast().getCaptureTimeUs() - ahead.getFirst().getCaptureTimeUs();
        return between > 0 ? between : USUAL_INTERVAL_US;
    }

    private boolean recordAll(Clip clip, @Nullable Sidecar sidecar, ClipTimes times) {
        for (Optional<Frame> frame = next(); frame.isPresent(); frame = next()) {
            if (stopped.getAsBoolean()) {
                return true;
            }
            record(frame.get(), clip, sidecar, times);
            progress.accept(pictures);
        }
        return stopped.getAsBoolean();
    }

    private Optional<Frame> next() {
        return ahead.isEmpty() ? frames.get() : Optional.of(ahead.remove());
    }

    private void record(Frame frame, Clip clip, @Nullable Sidecar sidecar, ClipTimes times) {
        Optional<PoseFrame> event = events.of(frame);
        List<Gap> before = missing.before(frame);
        Optional<BufferedImage> decoded = FramePicture.decode(frame);
        BufferedImage image = decoded.orElseGet(clip::black);
        if (plan.draw()) {
            painter.paint(image, frame, event);
        }
        clip.add(image, times.of(frame.getCaptureTimeUs()));
        if (sidecar != null) {
            sidecar.add(SidecarLine.of(frame, event, missing.covering(), before));
        }
        pictures++;
        posed += event.isPresent() ? 1 : 0;
        broken += decoded.isPresent() ? 0 : 1;
        gaps += before.size();
        lost += before.stream().mapToLong(Gap::getCount).sum();
    }
}
