package pose.stream;

/** Tells of the batches in which people were located. */
final class LocatingListener implements StreamListener {

    private final StreamListener listener;

    LocatingListener(StreamListener listener) {
        this.listener = listener;
    }

    @Override
    public void inferred(BatchTimes batch) {
        listener.located(batch);
    }

    @Override
    public void retried(int frames, Throwable cause) {
        listener.retried(frames, cause);
    }
}
