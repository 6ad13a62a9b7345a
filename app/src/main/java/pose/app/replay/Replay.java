package pose.app.replay;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/**
 * Sends recorded frames, or the poses in them, at their times on one clock. What takes its time (reading, decoding, looking,
 * hashing) is done ahead on other threads; this one waits for the next frame's moment and hands it over. No frame is left out:
 * where it is late, because Kafka or the footage is slow, it goes at once, and those behind it keep their times.
 */
public final class Replay {

    /** About two seconds of four cameras. */
    private static final ReadAhead.Bounds BOUNDS = new ReadAhead.Bounds(256, 64 << 20);

    private static final long LONGEST_FILLING_NANOS = 5_000_000_000L;

    private final ReplayPlan plan;
    private final ReplaySender sender;
    private final ReplayTime time;
    private final ReplayListener listener;
    private final Schedule schedule;
    private final ReplayRecords records;
    private final ReplayCount count;
    private volatile boolean stopped;
    private volatile @Nullable Thread runner;
    private volatile @Nullable ReadAhead<ReadyFrame> reading;
    private int pass = -1;

    Replay(ReplayPlan plan, ReplaySender sender, ReplayTime time, ReplayListener listener) {
        this.plan = plan;
        this.sender = sender;
        this.time = time;
        this.listener = listener;
        this.schedule = new Schedule(plan.speed(), time);
        this.records = new ReplayRecords(sender.topic());
        this.count = new ReplayCount(plan.material().cameras());
    }

    /** Prepares one on this machine's time; the sender stays the caller's to close. */
    public Replay(ReplayPlan plan, ReplaySender sender, ReplayListener listener) {
        this(plan, sender, ReplayTime.SYSTEM, listener);
    }

    /** Replays to the end, or until {@link #stop}; once. What was sent is acknowledged then, or the report says why not. */
    public ReplayReport run() {
        runner = Thread.currentThread();
        Optional<String> fault = Optional.empty();
        long begun = time.nanos();
        Passes passes = new Passes(plan.material(), plan.passes(), plan.look());
        try (ReadAhead<ReadyFrame> ahead = ReadAhead.begin("replay", passes, BOUNDS, ReadyFrame::bytes)) {
            reading = ahead;
            // Also has all of this loaded that the first frame would wait for.
            listener.sent(0, 0);
            ahead.awaitFull(LONGEST_FILLING_NANOS);
            begun = time.nanos();
            sendAll(ahead);
        } catch (SourceException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            fault = Optional.of("the footage cannot be read on: " + e.getMessage());
        }
        long ended = time.nanos();
        sender.flush();
        // What was not taken outweighs whatever ended the run.
        Optional<String> failure = sender.failure().isPresent() ? sender.failure() : fault;
        return count.report(plan, sender, ended - begun, failure, stopped);
    }

    private void sendAll(ReadAhead<ReadyFrame> ahead) throws SourceException {
        while (!stopped && sender.failure().isEmpty()) {
            Optional<ReadyFrame> next = ahead.next();
            if (next.isEmpty() || !send(next.get())) {
                break;
            }
        }
    }

    /** Whether it was sent, or nothing was to be sent for it; false where the wait for its time was stopped. */
    private boolean send(ReadyFrame ready) {
        RecordedFrame frame = ready.frame();
        if (ready.pass() != pass) {
            pass = ready.pass();
            count.beginPass();
            schedule.beginPass(frame.timeUs());
            records.beginPass(schedule.epochUs());
        }
        OptionalLong due = schedule.dueNanos(frame);
        // Made before it is due, so that making it is no jitter.
        Optional<ProducerRecord<String, byte[]>> record = records.of(ready, schedule.captureTimeUs(frame.camera()));
        if (due.isPresent() && !time.await(due.getAsLong(), () -> stopped)) {
            return false;
        }
        record.ifPresent(sender::send);
        long late = due.isPresent() ? Math.max(0, time.nanos() - due.getAsLong()) : 0;
        count.add(ready, record.isPresent(), late);
        if (ready.content() instanceof Content.Unseen blind) {
            listener.unseen(ReplayCount.name(frame), blind.reason());
        }
        listener.sent(count.frames(), late);
        return true;
    }

    /** Ends a run after the frame at hand. Safe from any thread. */
    public void stop() {
        stopped = true;
        ReadAhead<ReadyFrame> ahead = reading;
        if (ahead != null) {
            ahead.stop();
        }
        LockSupport.unpark(runner);
    }
}
