package pose.app.bench;

/** How many frames come a second. */
public sealed interface SteadyRate {

    /**
     * Frames a second of all cameras together.
     *
     * @param backlog frames a second of the stream on its backlog
     */
    double total(int cameras, double backlog);

    /** So many of each camera; more than 0. */
    record PerCamera(double framesPerSecond) implements SteadyRate {

        @Override
        public double total(int cameras, double backlog) {
            return cameras * framesPerSecond;
        }
    }

    /** A share of what the stream does on its backlog, above 0 and at most 1. */
    record Share(double share) implements SteadyRate {

        @Override
        public double total(int cameras, double backlog) {
            return share * backlog;
        }
    }

    /**
     * Reads frames a second of each camera, e.g. {@code 12.5}, or a share, e.g. {@code 50%}.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static SteadyRate parse(String text) {
        boolean share = text.endsWith("%");
        try {
            double value = Double.parseDouble(share ? text.substring(0, text.length() - 1) : text);
            if (share && value > 0 && value <= 100) {
                return new Share(value / 100);
            }
            if (!share && value > 0 && value <= 1000) {
                return new PerCamera(value);
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of bounds is.
        }
        throw new IllegalArgumentException("'" + text
                + "' is no rate; allowed: frames a second of each camera, above 0 to 1000, e.g. 12.5, or a share of the"
                + " backlog's rate, above 0% to 100%, e.g. 50%");
    }
}
