package pose.trainer;

/**
 * Training that cannot come to anything. The message is one line: where it was, what was seen, and which keys of the
 * experiment to change. The run's checkpoints are from before.
 */
public final class TrainingFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingFailure(String message) {
        super(message);
    }
}
