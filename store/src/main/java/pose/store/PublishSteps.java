package pose.store;

import java.io.IOException;

/** Told how far a publisher has come: where a test ends it. */
@FunctionalInterface
interface PublishSteps {

    PublishSteps UNSEEN = step -> {};

    /**
     * Called behind each step.
     *
     * @param step what was done, e.g. {@code wrote weights.onnx}
     */
    void done(String step) throws IOException;
}
