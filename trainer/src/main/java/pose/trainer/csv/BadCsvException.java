package pose.trainer.csv;

/** A CSV file that cannot be taken as it is. The message is one line with the file and, where there is one, the line. */
public final class BadCsvException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadCsvException(String message) {
        super(message);
    }
}
