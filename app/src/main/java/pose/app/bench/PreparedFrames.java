package pose.app.bench;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.app.UserMistake;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;

/**
 * Rendered athletes as JPEG, encoded once as {@code pose ingest} encodes them, so that nothing of that is measured later.
 *
 * @param pictures distinct JPEG files, read only
 * @param width of each in pixels
 * @param height of each in pixels
 */
record PreparedFrames(List<ByteBuffer> pictures, int width, int height) {

    /** Of one scene: its athlete moves a second and a half between them. */
    private static final int PICTURES_A_SCENE = 4;

    PreparedFrames {
        pictures = List.copyOf(pictures);
    }

    /** Renders and encodes distinct pictures of several scenes. */
    static PreparedFrames render(int count, int width, int height) {
        List<ByteBuffer> pictures = new ArrayList<>(count);
        for (int seed = 1; pictures.size() < count; seed++) {
            String scene = String.format(
                    "synthetic:athlete?seconds=6&fps=0.67&width=%d&height=%d&people=1&seed=%d", width, height, seed);
            try (FrameSource source = FrameSources.open(scene, SourceOptions.defaults(), Clock.systemUTC())) {
                for (int i = 0; i < PICTURES_A_SCENE && pictures.size() < count; i++) {
                    Optional<CapturedFrame> frame = source.next();
                    if (frame.isEmpty()) {
                        break;
                    }
                    pictures.add(ByteBuffer.wrap(frame.get().jpeg()));
                }
            } catch (SourceException e) {
                throw new UserMistake("no frames can be prepared: " + e.getMessage(), e);
            }
        }
        return new PreparedFrames(pictures, width, height);
    }

    /**
     * The frame at a place in the order of all cameras' frames.
     *
     * @param captureTimeUs microseconds since 1970
     */
    Frame frame(String camera, long sequence, int index, long captureTimeUs) {
        return Frame.newBuilder()
                .setCamera(camera)
                .setEpoch(1)
                .setSequence(sequence)
                .setCaptureTimeUs(captureTimeUs)
                .setPtsUs(null)
                .setWidth(width)
                .setHeight(height)
                .setEncoding(Encoding.JPEG)
                .setCaptureClock(CaptureClock.SOURCE)
                .setImage(pictures.get(index % pictures.size()).duplicate())
                .build();
    }

    /** Average length of a picture in bytes. */
    long averageBytes() {
        return Math.round(
                pictures.stream().mapToInt(ByteBuffer::remaining).average().orElse(0));
    }
}
