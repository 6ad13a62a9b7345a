package pose.trainer.data;

/** Why a person, or one label of theirs, is not taken, or an exclusion without effect; in the order a summary tells them. */
public enum Reason {
    /** The label file names a picture that is not there: its people are skipped. */
    MISSING_PICTURE("skipped, picture missing"),

    /** The picture is no JPEG or PNG, breaks off, or declares too large a size: its people are skipped. */
    BROKEN_PICTURE("skipped, picture broken"),

    /** The picture is not of the size that the label file says: its people are skipped. */
    OTHER_SIZE("skipped, picture of another size than labelled"),

    /** Nothing of the person is labelled, or nothing that the skeleton asked for has: skipped. */
    UNLABELLED("skipped, no labelled part"),

    /** Fewer parts than asked for: skipped. */
    FEW_PARTS("skipped, too few labelled parts"),

    /** The person's id is on the exclude list: skipped. */
    EXCLUDED("skipped, on the exclude list"),

    /** A box around many people with no labels of their own: skipped. */
    CROWD("skipped, a crowd"),

    /** The data set itself says the label is no good: skipped. */
    BAD("skipped, marked as bad"),

    /** The part's id is on the exclude list: that part is not labelled. */
    LABEL_EXCLUDED("labels dropped, on the exclude list"),

    /** The label lies outside the picture: that part is not labelled. */
    LABEL_OUTSIDE("labels dropped, outside the picture"),

    /** The label is said to be there, but is no number: that part is not labelled. */
    LABEL_NO_NUMBER("labels dropped, not a number"),

    /** The exclude list names somebody whom the label file does not have. */
    EXCLUDED_UNKNOWN("ids of the exclude list not found");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
