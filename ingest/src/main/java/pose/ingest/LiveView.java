package pose.ingest;

/** Another source's frames as a live camera shows them: such a run is never taken up again. Closing it closes the source. */
public abstract class LiveView implements FrameSource {

    private final FrameSource frames;

    protected LiveView(FrameSource frames) {
        this.frames = frames;
    }

    protected final FrameSource frames() {
        return frames;
    }

    @Override
    public final SourceFormat format() {
        return frames.format();
    }

    @Override
    public final long epochUs() {
        return frames.epochUs();
    }

    @Override
    public final boolean live() {
        return true;
    }

    @Override
    public void close() {
        frames.close();
    }
}
