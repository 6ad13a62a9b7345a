package pose.app;

/**
 * Something only the user can put right. The message is one line that names the file or option, its value and what is
 * allowed; it is shown as it stands, without a stack trace, and the program ends with exit code 1.
 */
public final class UserMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserMistake(String message) {
        super(message);
    }

    public UserMistake(String message, Throwable cause) {
        super(message, cause);
    }
}
