package pose.cpm;

/** Bytes that are no picture this project can decode. The message is one line and says why. */
public final class BrokenPictureException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokenPictureException(String message) {
        super(message);
    }
}
