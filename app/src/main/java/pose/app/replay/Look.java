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
        public List<Content> at(List<RecordedFrame> frames) {
            return frames.stream().<Content>map(frame -> new Content.Picture()).toList();
        }
    };

    /** How many frames are looked at together: as many as there are left at the end of a pass, else always so many. */
    int together();

    /** What goes on for each of these frames, in their order. */
    List<Content> at(List<RecordedFrame> frames);
}
