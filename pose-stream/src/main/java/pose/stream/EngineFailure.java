package pose.stream;

/**
 * Inference failed for a reason that no frame is to blame for. It ends the stream thread before anything is forwarded or
 * committed, so that the same frames are read again.
 */
public final class EngineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }

    EngineFailure(String message) {
        super(message);
    }
}
