package pose.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import pose.app.console.LiveLine;
import pose.app.kafka.Cluster;
import pose.ingest.AttentionSettings;
import pose.ingest.FramePublisher;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.IngestReport;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.resume.Resumption;
import pose.ingest.source.FrameSources;

/**
 * A recording, from its beginning or from behind what is on the topic of it, to its end.
 *
 * @param onTerminal whether a line can be written over in place
 * @param resume whether it goes on behind the camera's last frame
 */
record RecordedIngest(CommandLine command, KafkaOptions kafka, boolean onTerminal, boolean resume) {

    private static final int SECONDS_BETWEEN_LINES = 5;

    void run(String camera, String source, SourceOptions options, AttentionSettings attention)
            throws SourceException, IngestException {
        try (Interruption interruption = Interruption.listen();
                FrameSource frames = open(camera, source, options)) {
            Cluster cluster = kafka.connect();
            try (FramePublisher publisher = connect(cluster, camera, attention, !options.realtime())) {
                interruption.whenAsked(publisher::stop);
                publish(publisher, frames);
            }
        }
    }

    private FrameSource open(String camera, String source, SourceOptions options)
            throws SourceException, IngestException {
        return resume
                ? Resumption.open(source, options, kafka.connect().properties(), camera, Clock.systemUTC())
                : FrameSources.open(source, options, Clock.systemUTC());
    }

    private FramePublisher connect(Cluster cluster, String camera, AttentionSettings attention, boolean bulk)
            throws IngestException {
        PublisherOptions soon = PublisherOptions.defaults();
        try {
            return FramePublisher.connect(cluster.properties(), camera, attention, bulk ? soon.inBulk() : soon);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--" + e.getMessage(), e);
        }
    }

    private void publish(FramePublisher publisher, FrameSource frames) throws IngestException {
        PrintWriter err = command.getErr();
        try (LiveLine live = new LiveLine(err, onTerminal, SECONDS_BETWEEN_LINES, System::nanoTime)) {
            IngestReport report =
                    publisher.publish(frames, soFar -> live.show(() -> "frames acknowledged " + soFar.frames()));
            if (report.frames() == 0 && frames.firstSequence() > 0) {
                tellComplete(report, frames.firstSequence());
            } else {
                tell(report);
            }
        } catch (IngestException e) {
            e.report().ifPresent(this::tell);
            throw e;
        }
    }

    private void tellComplete(IngestReport report, long frames) {
        PrintWriter out = command.getOut();
        out.println(String.format(
                Locale.ROOT,
                "camera %s: nothing to add to its %d frames, epoch %d",
                report.camera(),
                frames,
                report.epochUs()));
        out.flush();
    }

    private void tell(IngestReport report) {
        PrintWriter out = command.getOut();
        out.println(String.format(
                Locale.ROOT,
                "camera %s: %d frames published, %.1f MB, epoch %d",
                report.camera(),
                report.frames(),
                report.bytes() / 1e6,
                report.epochUs()));
        out.flush();
    }
}
