package pose.e2e.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import pose.schema.Frame;
import pose.stream.BatchInference;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;

/** The stream as it is, but for its network: in every frame it sees those of {@link Crossing}. */
public final class CrossingStream {

    /** So that a kill finds work that is not done. */
    private static final Duration FRAME = Duration.ofMillis(4);

    private CrossingStream() {}

    /** Runs until it is killed; the arguments are a broker's address, and whether exactly once. */
    public static void main(String[] args) throws StreamSetupException, InterruptedException {
        StreamConfig config = StreamConfig.of(args[0])
                .withExactlyOnce(Boolean.parseBoolean(args[1]))
                .withInstance("worker-1")
                .withBatches(4, Duration.ofMillis(5))
                .withStateDir(Path.of(System.getProperty("java.io.tmpdir"), "state"));
        try (PoseStream stream = new PoseStream(config, BatchInference.of(CrossingStream::look))) {
            stream.start(Duration.ofSeconds(60));
            new CountDownLatch(1).await();
        }
    }

    private static List<FrameResult> look(List<FrameRequest> batch) {
        LockSupport.parkNanos(batch.size() * FRAME.toNanos());
        return batch.stream()
                .map(FrameRequest::frame)
                .<FrameResult>map(CrossingStream::seen)
                .toList();
    }

    private static FrameResult seen(Frame frame) {
        return Figure.everyone(Crossing.seenIn(frame));
    }
}
