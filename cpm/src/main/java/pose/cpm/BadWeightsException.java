package pose.cpm;

/** A weights version that is not what its manifest says, or no version at all. The message is one line, with the file. */
public final class BadWeightsException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadWeightsException(String message) {
        super(message);
    }
}
