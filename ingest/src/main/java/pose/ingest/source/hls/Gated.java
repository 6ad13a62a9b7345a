package pose.ingest.source.hls;

import java.util.Optional;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.LiveView;
import pose.ingest.SourceException;

/** A source with its gate: where it fails because of what the gate refused, it says so. */
final class Gated extends LiveView {

    private final Gate gate;

    Gated(FrameSource frames, Gate gate) {
        super(frames);
        this.gate = gate;
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        try {
            return frames().next();
        } catch (SourceException e) {
            throw gate.explained(e);
        }
    }

    @Override
    public void close() {
        super.close();
        gate.close();
    }
}
