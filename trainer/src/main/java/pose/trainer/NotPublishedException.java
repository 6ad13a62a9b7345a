package pose.trainer;

import java.io.IOException;

/** A run ended well, and its result did not get into the store; the run's folder holds it. The message is one line for people. */
public final class NotPublishedException extends IOException {

    private static final long serialVersionUID = 1L;

    NotPublishedException(Exception cause) {
        super("the result is not published: " + cause.getMessage(), cause);
    }
}
