package pose.e2e;

/**
 * How long swaps go on: properties {@code pose.swaps} and {@code pose.swap.rate}.
 *
 * @param swaps at least 2
 * @param framesPerSecond over all cameras
 */
record SwapSettings(int swaps, int framesPerSecond) {

    private static final int SHORT_FORM = 20;
    private static final int RATE = 320;

    SwapSettings {
        if (swaps < 2) {
            throw new IllegalArgumentException("pose.swaps is " + swaps + "; it must be at least 2");
        }
        if (framesPerSecond < 1) {
            throw new IllegalArgumentException("pose.swap.rate is " + framesPerSecond + "; it must be at least 1");
        }
    }

    /** As the properties say: 20 swaps, where they say nothing. */
    static SwapSettings given() {
        return new SwapSettings(
                Integer.getInteger("pose.swaps", SHORT_FORM), Integer.getInteger("pose.swap.rate", RATE));
    }

    /** Whether this is the long form, whose figures mean something. */
    boolean isLong() {
        return swaps > SHORT_FORM;
    }
}
