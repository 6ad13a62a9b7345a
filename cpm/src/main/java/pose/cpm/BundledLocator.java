package pose.cpm;

import java.util.Optional;

/** The locator that comes with the project, where one does. */
public final class BundledLocator {

    /** What messages call it. */
    public static final String WHERE = "bundled locator";

    private static final BundledFiles FILES = new BundledFiles("/pose/weights/locator");

    private BundledLocator() {}

    /**
     * Opens the bundled version; empty where the project was built without one.
     *
     * @throws BadWeightsException where the class path holds a damaged one
     */
    public static Optional<WeightsVersion> open() throws BadWeightsException {
        return FILES.arePresent() ? Optional.of(WeightsVersion.open(WHERE, FILES)) : Optional.empty();
    }

    /** Its files. */
    public static FileReader<RuntimeException> files() {
        return FILES;
    }
}
