package pose.app.replay;

import java.util.List;

/** What is made of frames on their way. */
public interface Look {

    /** Frames go on as they are. */
    Look NONE = new Look() {
        @Override
        public int together() {
            return 1;
        }

        @Override
        public Looking begin(List<RecordedFrame> frames) {
            List<Content> contents =
                    frames.stream().<Content>map(frame -> new Content.Picture()).toList();
            return () -> contents;
        }
    };

    /** How many frames are looked at together: as many as there are left at the end of a pass, else always so many. */
    int together();

    /** Begins to look at frames: those after them may be begun before these are done. */
    Looking begin(List<RecordedFrame> frames);

    /** Frames that are being looked at. */
    @FunctionalInterface
    interface Looking extends AutoCloseable {

        /** Waits for what goes on for each of the frames, in their order; once. */
        List<Content> contents();

        /** Gives back what it holds, whether anybody waited or not. */
        @Override
        default void close() {}
    }
}
