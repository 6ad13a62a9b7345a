package pose.track;

import java.util.Optional;
import java.util.OptionalLong;
import pose.skeleton.Box;

/**
 * Something that happened between one frame and the next.
 *
 * @param kind what
 * @param track to whom; nothing for a cut
 * @param box where the person is ({@link Kind#ENTERED}, {@link Kind#FOUND}) or was last seen; nothing for a cut
 */
public record TrackChange(Kind kind, OptionalLong track, Optional<Box> box) {

    /** What can happen. A track is ENTERED once, then LOST and FOUND any number of times in turn, then LEFT once. */
    public enum Kind {
        /** Someone new has a track. */
        ENTERED,
        /** The track is over: not seen for longer than the time to live, or the epoch or the scene ended. */
        LEFT,
        /** Not seen for a while, perhaps behind someone else. */
        LOST,
        /** Seen again after being lost. */
        FOUND,
        /** Another scene: every track is over. */
        CUT
    }

    static TrackChange of(Kind kind, Track track) {
        return new TrackChange(kind, OptionalLong.of(track.id()), Optional.of(track.box()));
    }

    static TrackChange cut() {
        return new TrackChange(Kind.CUT, OptionalLong.empty(), Optional.empty());
    }
}
