package pose.app.replay;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Topics;
import pose.schema.Truth;

/** A recorded source as footage: its first picture's time is 0. */
final class FileFootage implements Footage {

    private final String camera;
    private final FrameSource source;
    private long sequence;

    /** Takes the source over. */
    FileFootage(String camera, FrameSource source) {
        this.camera = camera;
        this.source = source;
    }

    @Override
    public String camera() {
        return camera;
    }

    @Override
    public Optional<RecordedFrame> next() throws SourceException {
        return source.next().map(this::recorded);
    }

    private RecordedFrame recorded(CapturedFrame captured) {
        Frame frame = new Frame(
                camera,
                0L,
                sequence++,
                captured.ptsUs(),
                captured.ptsUs(),
                captured.width(),
                captured.height(),
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.wrap(captured.jpeg()));
        return new RecordedFrame(
                frame,
                captured.ptsUs(),
                null,
                captured.truth().map(FileFootage::header).map(List::of).orElse(List.of()));
    }

    private static Header header(Truth truth) {
        return new RecordHeader(Topics.TRUTH_HEADER, Topics.TRUTH_SERDE.encode(truth));
    }

    @Override
    public void stop() {
        // A picture of a file is never far.
    }

    @Override
    public void close() {
        source.close();
    }
}
