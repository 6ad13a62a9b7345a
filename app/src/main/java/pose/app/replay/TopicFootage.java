package pose.app.replay;

import java.util.List;
import java.util.Optional;
import pose.app.slice.CameraFrames;
import pose.app.slice.FoundFrame;
import pose.schema.Frame;
import pose.schema.Original;

/** One camera's slice of a topic as footage, on the clock of its capture times. */
final class TopicFootage implements Footage {

    private final String camera;
    private final CameraFrames frames;

    /** Takes the frames over. */
    TopicFootage(String camera, CameraFrames frames) {
        this.camera = camera;
        this.frames = frames;
    }

    @Override
    public String camera() {
        return camera;
    }

    @Override
    public Optional<RecordedFrame> next() {
        return frames.next().map(TopicFootage::recorded);
    }

    private static RecordedFrame recorded(FoundFrame found) {
        Frame frame = found.frame();
        return new RecordedFrame(
                frame,
                frame.getCaptureTimeUs(),
                new Original(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()),
                List.of(found.headers().toArray()),
                found.place());
    }

    @Override
    public void stop() {
        frames.stop();
    }

    @Override
    public void close() {
        frames.close();
    }
}
