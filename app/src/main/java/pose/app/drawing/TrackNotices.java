package pose.app.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pose.schema.Person;
import pose.schema.PoseFrame;

/** What changes from one event of a camera to the next: who is there for the first time, no longer, or again. */
final class TrackNotices {

    private long epoch = Long.MIN_VALUE;
    private Set<Long> present = Set.of();
    private final Set<Long> known = new HashSet<>();

    /** What is new in the next event of the camera, in the order of kinds and ids. */
    List<TrackNotice> of(PoseFrame event) {
        if (event.getEpoch() != epoch || event.getCut()) {
            present = Set.of();
        }
        if (event.getEpoch() != epoch) {
            epoch = event.getEpoch();
            known.clear();
        }
        Set<Long> now = tracks(event);
        List<TrackNotice> notices = new ArrayList<>();
        long at = event.getCaptureTimeUs();
        if (event.getCut()) {
            notices.add(new TrackNotice(TrackNotice.Kind.CUT, OptionalLong.empty(), at));
        }
        for (Long track : now) {
            if (!present.contains(track)) {
                TrackNotice.Kind kind = known.add(track) ? TrackNotice.Kind.ENTERED : TrackNotice.Kind.FOUND;
                notices.add(new TrackNotice(kind, OptionalLong.of(track), at));
            }
        }
        for (Long track : present) {
            if (!now.contains(track)) {
                notices.add(new TrackNotice(TrackNotice.Kind.LOST, OptionalLong.of(track), at));
            }
        }
        present = now;
        return notices;
    }

    private static Set<Long> tracks(PoseFrame event) {
        Set<Long> tracks = new TreeSet<>();
        for (Person person : event.getPeople()) {
            Long track = person.getTrack();
            if (track != null) {
                tracks.add(track);
            }
        }
        return tracks;
    }
}
