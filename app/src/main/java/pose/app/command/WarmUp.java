package pose.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Poison;

/** The first frame costs seconds: native libraries are loaded, buffers made. No camera's frame should have to wait for it. */
final class WarmUp {

    private static final String PICTURE = "warm-up.jpg";
    private static final int SIZE = 32;

    private WarmUp() {}

    /**
     * Lets the model look at one small picture, from decoding to keypoints.
     *
     * @throws RuntimeException what the engine throws
     */
    static void of(BatchInference model) {
        Frame frame = new Frame(
                "",
                0L,
                0L,
                0L,
                null,
                SIZE,
                SIZE,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                ByteBuffer.wrap(picture()));
        try (FrameBatch batch = model.prepare(List.of(new FrameRequest(frame)))) {
            List<FrameResult> results = batch.infer();
            if (results.get(0) instanceof Poison poison) {
                throw new IllegalStateException("the picture to warm up with cannot be looked at: " + poison.reason());
            }
        }
    }

    private static byte[] picture() {
        try (InputStream stream = Objects.requireNonNull(WarmUp.class.getResourceAsStream(PICTURE), PICTURE)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
