package pose.e2e;

import java.io.IOException;
import java.nio.file.Path;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;

/** The network that comes with pose, under another version. */
final class BundledAgain {

    private static final Path RESOURCES =
            Path.of("..", "cpm", "src", "main", "resources", "pose", "weights", "default");

    private BundledAgain() {}

    /** Puts it into a folder. */
    static WeightsVersion publish(Path folder, String version) throws IOException, BadWeightsException {
        return WeightsVersion.open(UntrainedWeights.copy(RESOURCES, folder, version));
    }
}
