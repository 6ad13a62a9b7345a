package pose.stream.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import pose.channel.ChannelException;
import pose.channel.WeightsEvents;
import pose.schema.Trial;
import pose.schema.WeightsEventKind;
import pose.schema.WeightsRef;
import pose.stream.BatcherClock;
import pose.stream.FrameRequest;
import pose.stream.Inferred;
import pose.stream.LiveModel;
import pose.stream.ServedFrames;

/**
 * Tries candidates: hears of every frame that the stream looks at, has the other version look at a sample of them on a thread
 * of its own while the stream is at rest, and decides by the candidate's rules. At most one candidate at a time.
 */
public final class Trials implements ServedFrames, AutoCloseable {

    /** Pictures that wait to be looked at once more. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** A frame that has waited longer than this waits for the engine, not for its batch's other frames to arrive. */
    private static final Duration MOST_WAITING = Duration.ofMillis(5);

    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofMillis(200);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final Versions versions;
    private final ShadowInbox inbox;
    private final ShadowSink sink;
    private final Decisions decisions;
    private final TrialNews news;
    private final TrialListener listener;
    private final BatcherClock clock;
    private final Thread thread;
    private volatile @Nullable TrialRun current;
    private volatile boolean closed;
    /** Nano clocks may wrap: only differences count. */
    private long judgeFrom;

    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint to the scheduler; nothing relies on it, the inbox yields by itself.
    Trials(
            Versions versions,
            ShadowInbox inbox,
            ShadowSink sink,
            Decisions decisions,
            TrialNews news,
            TrialListener listener,
            BatcherClock clock) {
        this.versions = versions;
        this.inbox = inbox;
        this.sink = sink;
        this.decisions = decisions;
        this.news = news;
        this.listener = listener;
        this.clock = clock;
        this.judgeFrom = clock.nanos().getAsLong();
        this.thread = new Thread(this::work, "pose-shadow");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /**
     * Begins, with nothing on trial.
     *
     * @param model whose frames are heard of: it is to be given this as its tap
     * @param load tells how busy the stream is
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param events tells of trials, and is closed by whoever made it
     * @param instance who decides, where this decides
     */
    public static Trials begin(
            LiveModel model,
            ServingLoad load,
            Properties kafka,
            WeightsEvents events,
            String instance,
            TrialListener listener) {
        Clock clock = Clock.systemUTC();
        return new Trials(
                        Versions.of(model),
                        new ShadowInbox(new ShadowQueue(MOST_BYTES), load, MOST_WAITING),
                        ShadowTopic.connect(kafka, listener::lost),
                        new ChannelDecisions(kafka, instance, clock, listener::puzzled),
                        (subject, kind, detail, figures) -> events.tell(
                                kind,
                                subject.candidate().channel(),
                                subject.candidate().record().getVersion(),
                                detail,
                                figures),
                        listener,
                        new BatcherClock(
                                System::nanoTime, () -> ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())))
                .start();
    }

    Trials start() {
        thread.start();
        return this;
    }

    /**
     * From now on this is on trial, where its record says so; what was is not any more. The same again changes nothing.
     *
     * @param stable the version that serves
     * @param candidate the version that is tried, loaded already
     * @throws IllegalArgumentException where the record's share is none
     */
    public void tryOut(TrialSubject subject, WeightsRef stable, WeightsRef candidate) {
        TrialRun before = current;
        if (before != null && before.isOf(subject, stable, candidate)) {
            return;
        }
        Optional<Trial> trial = subject.trial();
        current = trial.isPresent() ? new TrialRun(subject, trial.get(), stable, candidate) : null;
        inbox.clear();
    }

    /** Nothing is on trial any more. */
    public void end() {
        current = null;
        inbox.clear();
    }

    /** What has been seen of the candidate in this process; empty while none is on trial. */
    public Optional<TrialFigures> figures() {
        TrialRun run = current;
        return run == null ? Optional.empty() : Optional.of(run.figures());
    }

    @Override
    public void served(FrameRequest request, Inferred seen, Duration inferred) {
        TrialRun run = current;
        if (run != null && run.wants(request, seen)) {
            int dropped = inbox.offer(new ServedFrame(request, seen, inferred));
            if (dropped > 0) {
                listener.dropped(dropped);
            }
        }
    }

    @Override
    public void candidateFailed(WeightsRef candidate, Throwable cause) {
        TrialRun run = current;
        if (run != null && run.candidate().equals(candidate)) {
            run.failed(cause);
        }
    }

    private void work() {
        try {
            while (!closed) {
                TrialRun run = current;
                ServedFrame frame = run == null ? null : inbox.poll();
                if (frame == null) {
                    inbox.await(LOOK_AT_THE_CLOCK);
                }
                if (run != null) {
                    attend(run, frame);
                }
            }
        } catch (InterruptedException e) {
            // Nobody but the JVM's end has a hold of this thread.
            Thread.currentThread().interrupt();
        }
    }

    private void attend(TrialRun run, @Nullable ServedFrame frame) {
        if (run.isNew()) {
            listener.began(run.candidate(), run.described());
            news.tell(run.subject(), WeightsEventKind.TRIAL_STARTED, run.described(), Map.of());
        }
        if (frame != null) {
            run.look(frame, versions, clock.nanos()).ifPresent(comparison -> {
                listener.looked(comparison.distance(), comparison.shadowTime());
                sink.send(comparison.toRecord());
            });
        }
        if (!closed && run.isOpen() && clock.nanos().getAsLong() - judgeFrom >= 0) {
            run.judge(clock.micros().getAsLong()).ifPresent(verdict -> carryOut(run, verdict));
        }
    }

    private void carryOut(TrialRun run, Verdict verdict) {
        try {
            boolean first = decisions.carryOut(run.subject(), verdict);
            run.closeCase();
            if (first) {
                listener.decided(run.candidate(), verdict);
                news.tell(
                        run.subject(),
                        verdict.event(),
                        verdict.reason(),
                        run.figures().byName());
            }
        } catch (ChannelException e) {
            judgeFrom = clock.nanos().getAsLong() + TRY_AGAIN.toNanos();
            listener.held(run.candidate(), String.valueOf(e.getMessage()));
        }
    }

    /** Ends the thread; the channels stay as they are. */
    @Override
    public void close() {
        // Not interrupted: a look that is cut off would pass for a candidate that fails.
        closed = true;
        try {
            thread.join(LONGEST_GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }
}
