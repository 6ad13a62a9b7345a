package pose.app.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import pose.app.UserMistake;
import pose.ingest.FramePublisher;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.IngestReport;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/**
 * A clip published as {@code pose ingest} does it, from the first picture asked for until the last frame is acknowledged.
 *
 * @param cpuSeconds processor time of this process
 * @param brokerSeconds processor time of the broker's
 */
record IngestRun(long frames, long bytes, double seconds, double cpuSeconds, double brokerSeconds) {

    private static final String CAMERA = "bench";

    static IngestRun of(Path clip, SourceOptions options, BenchBroker broker, Waiting waiting) {
        try (FrameSource source = FrameSources.open(clip.toString(), options, Clock.systemUTC());
                FramePublisher publisher = FramePublisher.connect(
                        broker.clientSettings(),
                        CAMERA,
                        PublisherOptions.defaults().inBulk())) {
            long began = System.nanoTime();
            Duration cpu = cpu();
            Duration brokers = broker.cpu();
            IngestReport report = publisher.publish(source, soFar -> waiting.check());
            return new IngestRun(
                    report.frames(),
                    report.bytes(),
                    (System.nanoTime() - began) / 1e9,
                    cpu().minus(cpu).toNanos() / 1e9,
                    broker.cpu().minus(brokers).toNanos() / 1e9);
        } catch (SourceException | IngestException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    double framesPerSecond() {
        return frames / seconds;
    }

    double cpuMillis() {
        return 1e3 * cpuSeconds / frames;
    }

    double brokerMillis() {
        return 1e3 * brokerSeconds / frames;
    }
}
