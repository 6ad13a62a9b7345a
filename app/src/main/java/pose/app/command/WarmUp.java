package pose.app.command;

import java.util.List;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameResult;
import pose.stream.Poison;
import pose.stream.weights.WarmUpPictures;

/** The first frame costs seconds: native libraries are loaded, buffers made. No camera's frame should have to wait for it. */
final class WarmUp {

    private WarmUp() {}

    /**
     * Lets the model look at some small pictures, from decoding to keypoints.
     *
     * @throws RuntimeException what the engine throws
     */
    static void of(BatchInference model) {
        try (FrameBatch batch = model.prepare(WarmUpPictures.frames())) {
            List<FrameResult> results = batch.infer();
            for (FrameResult result : results) {
                if (result instanceof Poison poison) {
                    throw new IllegalStateException(
                            "a picture to warm up with cannot be looked at: " + poison.reason());
                }
            }
        }
    }
}
