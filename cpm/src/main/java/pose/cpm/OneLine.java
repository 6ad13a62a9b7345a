package pose.cpm;

/** Messages of libraries may be of several lines, or none; a user reads one. */
final class OneLine {

    private OneLine() {}

    static String of(Throwable failure) {
        return String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
