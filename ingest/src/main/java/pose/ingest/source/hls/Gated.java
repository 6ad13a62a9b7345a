package pose.ingest.source.hls;

import java.util.Optional;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;

/** A source with its gate: where it fails because of what the gate refused, it says so. */
record Gated(FrameSource frames, Gate gate) implements FrameSource {

    @Override
    public SourceFormat format() {
        return frames.format();
    }

    @Override
    public long epochUs() {
        return frames.epochUs();
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        try {
            return frames.next();
        } catch (SourceException e) {
            throw gate.explained(e);
        }
    }

    @Override
    public void close() {
        frames.close();
        gate.close();
    }
}
