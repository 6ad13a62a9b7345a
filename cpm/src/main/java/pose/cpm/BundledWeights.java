package pose.cpm;

import java.io.IOException;
import java.io.InputStream;

/** The version that comes with the project, so that everything runs before anything is trained. */
public final class BundledWeights {

    /** What messages call it. */
    public static final String WHERE = "bundled weights";

    private static final String FOLDER = "/pose/weights/default";

    private BundledWeights() {}

    /**
     * Opens the bundled version.
     *
     * @throws BadWeightsException where the class path holds a damaged one
     */
    public static WeightsVersion open() throws BadWeightsException {
        return WeightsVersion.open(WHERE, files());
    }

    /** Its files. */
    public static FileReader<RuntimeException> files() {
        return BundledWeights::read;
    }

    private static byte @org.jspecify.annotations.Nullable [] read(String file, long longest) throws IOException {
        try (InputStream in = BundledWeights.class.getResourceAsStream(FOLDER + "/" + file)) {
            return in == null ? null : FileReader.read(in, in.available(), longest);
        }
    }
}
