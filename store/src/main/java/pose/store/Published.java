package pose.store;

/** What became of a version that was handed to a store. */
public enum Published {
    /** It is there now. */
    NEW,
    /** It was there, with the same bytes. */
    SAME
}
