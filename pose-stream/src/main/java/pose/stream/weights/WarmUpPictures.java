package pose.stream.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.stream.FrameRequest;

/** Pictures of an athlete, each in another place and pose, that every version must be able to look at. */
public final class WarmUpPictures {

    private static final int SIZE = 160;
    private static final List<String> FILES = List.of("athlete-1.jpg", "athlete-2.jpg", "athlete-3.jpg");

    private WarmUpPictures() {}

    /** They belong to no camera. */
    public static List<FrameRequest> frames() {
        return FILES.stream().map(WarmUpPictures::frame).toList();
    }

    private static FrameRequest frame(String file) {
        return new FrameRequest(new Frame(
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
                null,
                ByteBuffer.wrap(bytes(file))));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(WarmUpPictures.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
