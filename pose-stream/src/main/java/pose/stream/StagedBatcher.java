package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two batchers in line: the first has people located in frames, the second has those people looked at. Both fill their batches
 * over all cameras and threads, and work at the same time. A frame travels through both as one and has one answer.
 */
final class StagedBatcher implements FrameDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Gate gate = new Gate();
    private final BatcherClock clock;
    private final long maxQueuedBytes;
    private final PeopleSettings people;
    private final boolean followed;
    private final PictureRoom pictures;
    private final LocatingTurns turns;
    private final FrameBatcher locating;
    private final FrameBatcher looking;

    private StagedBatcher(
            PersonFinding finding,
            BatchInference inference,
            StreamConfig config,
            StreamListener listener,
            BatcherClock clock) {
        BatchPolicy policy = config.batching();
        Feeders feeders = new Feeders(config.threads());
        this.clock = clock;
        this.maxQueuedBytes = policy.maxQueuedBytes();
        this.people = config.people();
        this.followed = config.tracks().isPresent();
        this.pictures = new PictureRoom(people.maxKeptBytes());
        this.turns = new LocatingTurns(people.locateEvery());
        this.looking = FrameBatcher.of(
                inference,
                policy,
                new Neighbours(
                        "pose-inference",
                        gate,
                        feeders,
                        () -> feeders.allWait() && nobodyIsBeingLocated(),
                        () -> false,
                        Delivery.ANSWERS),
                listener,
                clock);
        this.locating = FrameBatcher.of(
                finding,
                policy,
                new Neighbours(
                        "pose-location",
                        gate,
                        feeders,
                        feeders::allWait,
                        // Further ahead nothing is gained, and pictures would have to be decoded twice.
                        () -> looking.queued() > 0,
                        this::deliver),
                new LocatingListener(listener),
                clock);
    }

    /** Begins to work. */
    static StagedBatcher start(
            PersonFinding finding,
            BatchInference inference,
            StreamConfig config,
            StreamListener listener,
            BatcherClock clock) {
        StagedBatcher batcher = new StagedBatcher(finding, inference, config, listener, clock);
        batcher.looking.begin();
        batcher.locating.begin();
        return batcher;
    }

    private boolean nobodyIsBeingLocated() {
        return locating.waiting() == 0;
    }

    @Override
    public Optional<PendingFrame> offer(FrameRequest request) {
        return gate.locked(() -> hasRoomFor(request) ? Optional.of(submit(request)) : Optional.empty());
    }

    private boolean hasRoomFor(FrameRequest request) {
        long followers = turns.waiting().stream()
                .mapToLong(frame -> frame.request().bytes())
                .sum();
        long queued = locating.queuedBytes() + looking.queuedBytes() + followers;
        return !locating.closed() && (queued == 0 || queued + request.bytes() <= maxQueuedBytes);
    }

    @Override
    public PendingFrame submit(FrameRequest request) {
        return gate.locked(() -> {
            FrameRequest kept = request.keptIn(pictures);
            PendingFrame frame = new PendingFrame(kept, now());
            LocatingTurns.Step step = turns.take(frame);
            var unused = frame.result().whenComplete((result, thrown) -> {
                kept.picture().discard();
                gate.locked(() -> goOnWithout(frame));
            });
            if (step instanceof LocatingTurns.Step.Locate) {
                locating.add(frame);
            } else if (step instanceof LocatingTurns.Step.Follow follow) {
                handOn(frame, follow.located());
            }
            return frame;
        });
    }

    private long now() {
        return clock.nanos().getAsLong();
    }

    /** What becomes of frames in which people were looked for. */
    private void deliver(List<PendingFrame> frames, List<TimedResult> results) {
        gate.locked(() -> {
            for (int i = 0; i < frames.size(); i++) {
                PendingFrame frame = frames.get(i);
                if (results.get(i).result() instanceof Located located) {
                    handOn(frame, located);
                    turns.located(frame, located).forEach(f -> handOn(f.frame(), f.located()));
                } else {
                    frame.result().complete(results.get(i));
                }
            }
        });
    }

    private void handOn(PendingFrame frame, Located located) {
        if (!frame.result().isDone()) {
            frame.located(frame.request().with(people.wanted(frame.frame(), located, followed)), now());
            looking.add(frame);
        }
    }

    /** A frame has its answer; where others waited for people to be located in it, another takes its place. */
    private void goOnWithout(PendingFrame frame) {
        List<LocatingTurns.Followed> followed = new ArrayList<>();
        turns.lost(frame, followed).ifPresent(locating::add);
        followed.forEach(f -> handOn(f.frame(), f.located()));
    }

    @Override
    public TimedResult await(PendingFrame frame) {
        // Both have the same feeders and the same gate.
        return looking.await(frame);
    }

    @Override
    public void cancel(PendingFrame frame) {
        gate.locked(() -> {
            locating.remove(frame);
            looking.cancel(frame);
        });
    }

    @Override
    public Optional<Duration> oldestWaiting() {
        return gate.locked(() -> Stream.of(locating.oldestWaiting(), looking.oldestWaiting(), oldestFollower())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder()));
    }

    private Optional<Duration> oldestFollower() {
        long now = now();
        return turns.waiting().stream()
                .map(frame -> Duration.ofNanos(now - frame.submittedNanos()))
                .max(Comparator.naturalOrder());
    }

    @Override
    public int waiting() {
        return gate.locked(
                () -> locating.waiting() + looking.waiting() + turns.waiting().size());
    }

    @Override
    public void close() {
        close(PATIENCE);
    }

    @Override
    public boolean close(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<PendingFrame> followers = gate.locked(turns::waiting);
        looking.shut();
        locating.shut();
        followers.forEach(this::cancel);
        boolean clean = locating.awaitEnd(timeout);
        return looking.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))) && clean;
    }
}
