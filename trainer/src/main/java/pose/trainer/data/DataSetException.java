package pose.trainer.data;

/** A data set, or a sample of one, that cannot be read. The message is one line with the file and the index. */
public final class DataSetException extends Exception {

    private static final long serialVersionUID = 1L;

    public DataSetException(String message) {
        super(message);
    }
}
