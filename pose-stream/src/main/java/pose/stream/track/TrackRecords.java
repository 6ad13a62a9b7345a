package pose.stream.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TrackEvent;
import pose.schema.TrackEventKind;
import pose.stream.RecordWords;
import pose.track.LastFrame;
import pose.track.TrackChange;
import pose.track.TrackStep;
import pose.track.TrackedPerson;

/** What the tracker found, in the records' words. */
final class TrackRecords {

    private TrackRecords() {}

    /**
     * The event with everyone's track; without those who are faint and nobody known, and where the camera is only about players,
     * without the others.
     */
    static PoseFrame event(SeenEvent seen, TrackStep step) {
        PoseFrame event = seen.event();
        List<Person> people = new ArrayList<>(step.people().size());
        for (int i = 0; i < step.people().size(); i++) {
            TrackedPerson tracked = step.people().get(i);
            boolean nobody =
                    seen.impressions().get(i).faint() && tracked.track().isEmpty();
            if (!nobody && (tracked.plays() || !seen.onlyPlayers())) {
                people.add(person(event.getPeople().get(i), tracked));
            }
        }
        return new PoseFrame(
                event.getCamera(),
                event.getEpoch(),
                event.getSequence(),
                event.getCaptureTimeUs(),
                event.getWidth(),
                event.getHeight(),
                people,
                event.getSkeleton(),
                event.getWeights(),
                event.getTimings(),
                event.getOriginal(),
                event.getProvenance(),
                event.getLocator(),
                step.cut());
    }

    private static Person person(Person seen, TrackedPerson tracked) {
        List<PartPosition> smoothed = RecordWords.parts(tracked.smoothed());
        Long track = tracked.track().isPresent() ? tracked.track().getAsLong() : null;
        return new Person(seen.getBox(), seen.getScore(), track, seen.getKeypoints(), smoothed, tracked.plays());
    }

    /**
     * What happened to whom at this event's frame. Where another epoch begins, those of the one before left at its last frame.
     *
     * @param last the camera's newest frame before; null where there was none
     */
    static List<TrackEvent> changes(PoseFrame event, @Nullable LastFrame last, List<TrackChange> changes) {
        LastFrame former = last == null || last.epoch() == event.getEpoch() ? null : last;
        return changes.stream().map(change -> change(change, event, former)).toList();
    }

    private static TrackEvent change(TrackChange change, PoseFrame event, @Nullable LastFrame former) {
        long epoch = event.getEpoch();
        long sequence = event.getSequence();
        long captureTimeUs = event.getCaptureTimeUs();
        if (former != null && change.kind() == TrackChange.Kind.LEFT) {
            epoch = former.epoch();
            sequence = former.sequence();
            captureTimeUs = former.captureTimeUs();
        }
        return new TrackEvent(
                event.getCamera(),
                epoch,
                sequence,
                captureTimeUs,
                kind(change.kind()),
                change.track().isPresent() ? change.track().getAsLong() : null,
                change.box().map(RecordWords::boundingBox).orElse(null));
    }

    private static TrackEventKind kind(TrackChange.Kind kind) {
        return switch (kind) {
            case ENTERED -> TrackEventKind.ENTERED;
            case LEFT -> TrackEventKind.LEFT;
            case LOST -> TrackEventKind.LOST;
            case FOUND -> TrackEventKind.FOUND;
            case CUT -> TrackEventKind.CUT;
        };
    }
}
