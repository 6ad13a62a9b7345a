package pose.stream;

/**
 * Which batch a frame was inferred in, and where.
 *
 * @param batch the batch's number, from 1 in the order in which batches came back from the engine; 0 for a frame that was in none
 * @param size how many frames it had
 * @param place from 0
 */
record BatchPlace(long batch, int size, int place) {

    /** Of a frame that was not inferred. */
    static final BatchPlace NONE = new BatchPlace(0, 0, 0);
}
