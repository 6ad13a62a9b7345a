package pose.trainer.annotation;

/** A file of labels that cannot be taken as it is. The message is one line with the file and the place in it. */
public final class BadAnnotationsException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadAnnotationsException(String message) {
        super(message);
    }
}
