package pose.trainer.data;

/**
 * Pictures by their place in the label file, counted from 1 as data sets number them, both ends included.
 */
record Range(int first, int last) {

    static final Range ALL = new Range(1, Integer.MAX_VALUE);

    boolean has(int index) {
        return index + 1 >= first && index + 1 <= last;
    }

    @Override
    public String toString() {
        return first + "-" + (last == Integer.MAX_VALUE ? "end" : String.valueOf(last));
    }
}
