package pose.ingest;

/** A failure's message for the user, on one line. */
public final class OneLine {

    private OneLine() {}

    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    }
}
