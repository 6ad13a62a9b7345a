package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pose.skeleton.Keypoint;

/**
 * A frame that was seen already, as after a crash: its people are told apart by the tracks as they are now, and nothing
 * changes. Its keypoints stay as they are, for the filters are ahead of it.
 */
final class Recollection {

    private final CameraTracks tracks;
    private final SeenFrame frame;
    private final TrackSettings settings;

    Recollection(CameraTracks tracks, SeenFrame frame, TrackSettings settings) {
        this.tracks = tracks;
        this.frame = frame;
        this.settings = settings;
    }

    TrackStep recall() {
        List<TrackedPerson> people = new ArrayList<>();
        for (SeenPerson person : frame.people()) {
            people.add(new TrackedPerson(OptionalLong.empty(), person.keypoints(), false));
        }
        List<Track> known = known();
        List<Track.Expected> then = known.stream().map(this::asItWas).toList();
        int[] personOf = Matching.match(then, Overlaps.without(frame), frame.skeleton());
        for (int i = 0; i < personOf.length; i++) {
            if (personOf[i] >= 0) {
                List<Keypoint> raw = frame.people().get(personOf[i]).keypoints();
                Track track = known.get(i);
                people.set(
                        personOf[i],
                        new TrackedPerson(
                                track.number(), raw, track.liveliness().plays()));
            }
        }
        return new TrackStep(tracks, people, List.of(), false);
    }

    private List<Track> known() {
        boolean sameEpoch =
                tracks.last().filter(last -> last.epoch() == frame.epoch()).isPresent();
        return sameEpoch ? tracks.tracks().stream().filter(Track::numbered).toList() : List.of();
    }

    private Track.Expected asItWas(Track track) {
        long longest = settings.ttlUs();
        long later = Math.max(-longest, Math.min(longest, frame.captureTimeUs() - track.lastSeenUs()));
        return track.at(later / 1e6, frame.width(), frame.height());
    }
}
