package pose.app.demo;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import pose.ingest.FramePublisher;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.IngestReport;
import pose.ingest.PublisherOptions;

/** A source being published on a thread of its own. */
final class IngestTask implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param frames how many are on the topic
     * @param failure why there are no more, in one line, where the source did not come to its end
     */
    record Outcome(long frames, Optional<String> failure) {}

    private final FramePublisher publisher;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Thread thread;
    private volatile long acknowledged;

    private IngestTask(FramePublisher publisher, FrameSource source) {
        this.publisher = publisher;
        this.thread = new Thread(() -> run(source), "ingest");
    }

    /** @throws IngestException where Kafka cannot be published to */
    static IngestTask start(Properties kafka, String camera, FrameSource source) throws IngestException {
        IngestTask task = new IngestTask(FramePublisher.connect(kafka, camera, PublisherOptions.defaults()), source);
        task.thread.start();
        return task;
    }

    private void run(FrameSource source) {
        try {
            IngestReport report = publisher.publish(source, soFar -> acknowledged = soFar.frames());
            finish(report.frames(), Optional.empty());
        } catch (IngestException e) {
            finish(e.report().map(IngestReport::frames).orElse(0L), Optional.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    private void finish(long frames, Optional<String> failure) {
        acknowledged = frames;
        outcome.complete(new Outcome(frames, failure));
    }

    /** How many frames are on the topic by now. */
    long frames() {
        return acknowledged;
    }

    /** How many frames there are in all, once that is known. */
    OptionalLong total() {
        return outcome.isDone() ? OptionalLong.of(outcome.join().frames()) : OptionalLong.empty();
    }

    /** Ends after the frame in hand. */
    void stop() {
        publisher.stop();
    }

    /** Waits for the end. */
    Outcome outcome() {
        return outcome.join();
    }

    @Override
    public void close() {
        publisher.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }
}
