package pose.ingest.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import pose.ingest.FrameLimit;
import pose.ingest.OneLine;
import pose.schema.GapReason;

/**
 * Brings what waits of all cameras to Kafka, in turns and each camera's in order, over one producer, on a thread of its own.
 * Hands the producer no more than it has room for, so that a broker that is away makes frames wait where the oldest can be
 * dropped, and holds up no camera. Once a second it tells what is missing.
 */
final class FrameSender implements Runnable {

    private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 200;

    private final Supplier<Producer<String, byte[]>> producers;
    private final InFlight inFlight;
    private final int largestBytes;
    private final CameraListener listener;
    private final LongSupplier hostMicros;
    private final LongSupplier nanos;
    private final List<CameraLine> lines = new CopyOnWriteArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private Producer<String, byte[]> producer;
    /** Whose first frame was sent last. */
    private @Nullable CameraLine greeting;

    private int turn;
    private long nextReport;
    private volatile long stopAtNanos = Long.MAX_VALUE;

    /**
     * @param producers makes a producer with more room than {@code inFlightBytes}; asked again where one has broken for good
     * @param largestBytes of a record that Kafka takes
     */
    FrameSender(
            Supplier<Producer<String, byte[]>> producers,
            long inFlightBytes,
            int largestBytes,
            CameraListener listener,
            LongSupplier hostMicros,
            LongSupplier nanos) {
        this.producers = producers;
        this.inFlight = new InFlight(inFlightBytes);
        this.largestBytes = largestBytes;
        this.listener = listener;
        this.hostMicros = hostMicros;
        this.nanos = nanos;
        this.nextReport = nanos.getAsLong() + REPORT_EVERY_NANOS;
        this.producer = producers.get();
    }

    void add(CameraLine line) {
        lines.add(line);
    }

    /** There is something new to be sent, or room for it. */
    void wake() {
        // One is enough, however often it is told.
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** After the end: frames that Kafka has not taken. */
    long unsent() {
        return lines.stream().mapToLong(CameraLine::unsent).sum();
    }

    /** Asks for an end: what waits by then is still sent, for at most so long. */
    void stop(Duration patience) {
        stopAtNanos = nanos.getAsLong() + patience.toNanos();
        wake();
    }

    @Override
    public void run() {
        try {
            while (!finished()) {
                boolean sent = sendOneOfEach();
                long now = nanos.getAsLong();
                if (now >= nextReport) {
                    nextReport = now + REPORT_EVERY_NANOS;
                    report();
                } else if (!sent) {
                    boolean unused = news.tryAcquire(nextReport - now, TimeUnit.NANOSECONDS);
                }
            }
            report();
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            // What is on its way has the rest of the patience; what is not taken by then fails, and is told as missing.
            long left = Math.max(0, stopAtNanos - nanos.getAsLong());
            Thread.interrupted();
            producer.close(Duration.ofNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1))));
        }
    }

    private boolean finished() {
        boolean stopping = stopAtNanos != Long.MAX_VALUE;
        boolean done = inFlight.isEmpty() && lines.stream().allMatch(CameraLine::done);
        return stopping && (done || nanos.getAsLong() >= stopAtNanos);
    }

    /** One frame of each camera that has one, beginning with another camera each time. */
    private boolean sendOneOfEach() throws InterruptedException {
        List<CameraLine> now = new ArrayList<>(lines);
        boolean any = false;
        for (int i = 0; i < now.size(); i++) {
            any |= sendNext(now.get((turn + i) % now.size()));
        }
        turn = now.isEmpty() ? 0 : (turn + 1) % now.size();
        return any;
    }

    private boolean sendNext(CameraLine line) throws InterruptedException {
        // A camera's first frame goes alone. A broker that does not lead the partition yet refuses it, and might take
        // one behind it; then the first could never be taken any more, being out of order.
        if ((!line.greeted() && !inFlight.isEmpty()) || (greeting != null && greeting.greeting())) {
            return false;
        }
        Optional<NumberedFrame> next = line.waiting().poll();
        if (next.isEmpty()) {
            return false;
        }
        NumberedFrame frame = next.get();
        if (!inFlight.hasRoomFor(frame.bytes())) {
            line.waiting().giveBack(frame);
            return false;
        }
        return send(line, frame);
    }

    private boolean send(CameraLine line, NumberedFrame frame) throws InterruptedException {
        ProducerRecord<String, byte[]> record = line.record(frame);
        int size = record.value().length;
        if (size + FrameLimit.RECORD_OVERHEAD_BYTES > largestBytes) {
            String detail = "a frame of " + size + " bytes is over the " + largestBytes + " bytes that Kafka takes";
            line.waiting().miss(Missing.one(GapReason.UNKNOWN, frame, detail));
            return true;
        }
        inFlight.sent(frame.bytes());
        line.sent();
        if (line.greeting()) {
            greeting = line;
        }
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, failure) -> settled(line, frame, failure));
            return true;
        } catch (InterruptException e) {
            notSent(line, frame);
            throw e;
        } catch (KafkaException e) {
            notSent(line, frame);
            recover(e);
            return false;
        }
    }

    private void notSent(CameraLine line, NumberedFrame frame) {
        inFlight.settled(frame.bytes());
        line.notSent();
        line.waiting().giveBack(frame);
    }

    /** On the producer's own thread. */
    private void settled(CameraLine line, NumberedFrame frame, @Nullable Exception failure) {
        inFlight.settled(frame.bytes());
        line.settled(failure == null);
        if (failure == null) {
            listener.published(line.camera(), frame.bytes());
        } else {
            line.waiting()
                    .miss(Missing.one(GapReason.SLOW_BROKER, frame, "Kafka did not take it: " + OneLine.of(failure)));
        }
        wake();
    }

    /** A producer that has no news of the topic in time is asked again; one that has broken for good is replaced. */
    private void recover(KafkaException failure) throws InterruptedException {
        if (!(failure instanceof TimeoutException)) {
            producer.close(Duration.ZERO);
            producer = producers.get();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
    }

    /** Sends what is missing of every camera as gaps, and forgets the cameras that are done. */
    private void report() {
        List<CameraLine> gone = new ArrayList<>();
        for (CameraLine line : lines) {
            boolean last = line.done();
            line.ledger().tick(hostMicros.getAsLong()).forEach(line.waiting()::miss);
            // The next ones only when Kafka has these: until then neighbours are put together, and take no room.
            if (line.gapsAreTold()) {
                line.waiting().takeMissing().forEach(missing -> tell(line, missing));
            }
            if (last && line.idle()) {
                gone.add(line);
            }
        }
        lines.removeAll(gone);
    }

    private void tell(CameraLine line, Missing missing) {
        ProducerRecord<String, byte[]> record = line.record(missing);
        line.telling();
        try {
            Future<RecordMetadata> unused =
                    producer.send(record, (metadata, failure) -> told(line, missing, failure == null));
        } catch (InterruptException e) {
            told(line, missing, false);
            throw e;
        } catch (KafkaException e) {
            told(line, missing, false);
        }
    }

    /** A gap that Kafka did not take is told again a second later. */
    private void told(CameraLine line, Missing missing, boolean taken) {
        line.told();
        if (taken) {
            line.missing(missing.reason(), missing.count());
            listener.missing(line.camera(), missing.reason(), missing.count(), missing.detail());
        } else {
            line.waiting().miss(missing);
        }
    }
}
