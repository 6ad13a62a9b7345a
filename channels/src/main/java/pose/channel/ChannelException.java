package pose.channel;

/** A channel that cannot be read or is not to be changed; the message is one line for people. */
public class ChannelException extends Exception {

    private static final long serialVersionUID = 1L;

    public ChannelException(String message) {
        super(message);
    }

    public ChannelException(String message, Throwable cause) {
        super(message, cause);
    }
}
