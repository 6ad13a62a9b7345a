package pose.cpm;

/** The version that comes with the project, so that everything runs before anything is trained. */
public final class BundledWeights {

    /** What messages call it. */
    public static final String WHERE = "bundled weights";

    private static final BundledFiles FILES = new BundledFiles("/pose/weights/default");

    private BundledWeights() {}

    /**
     * Opens the bundled version.
     *
     * @throws BadWeightsException where the class path holds a damaged one
     */
    public static WeightsVersion open() throws BadWeightsException {
        return WeightsVersion.open(WHERE, FILES);
    }

    /** Its files. */
    public static FileReader<RuntimeException> files() {
        return FILES;
    }
}
