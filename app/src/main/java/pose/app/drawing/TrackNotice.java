package pose.app.drawing;

import java.util.OptionalLong;

/**
 * Something that happened to whom an event tells of.
 *
 * @param track whom it happened to; everyone, where it is empty
 * @param atUs the event's capture time, microseconds since 1970 UTC
 */
record TrackNotice(Kind kind, OptionalLong track, long atUs) {

    enum Kind {
        ENTERED,
        LOST,
        FOUND,
        CUT
    }

    /** As it is shown, e.g. {@code 3 ENTERED}. */
    String text() {
        return track.isPresent() ? track.getAsLong() + " " + kind : kind.toString();
    }
}
