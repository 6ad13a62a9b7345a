package pose.app.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pose.app.event.EventKeypoints;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.stream.RecordWords;
import pose.trainer.judging.sequence.FoundPresence;
import pose.trainer.judging.sequence.SequenceFigures;
import pose.trainer.judging.sequence.SequenceFrame;
import pose.trainer.judging.sequence.SequenceJudge;
import pose.trainer.judging.sequence.TruePresence;

/** Judges events as they come, each with the truth that travelled along; only those whose people were looked for. */
public final class LiveJudge {

    private final SequenceJudge judge = new SequenceJudge(Skeleton.LSP14, SequenceJudge.LEAST_VISIBLE);
    private boolean judged;

    /** Takes the next event of one ingest of one camera, in the order of its frames. */
    public void add(PoseFrame event, Truth truth) {
        String known = Skeleton.LSP14.name();
        if (event.getLocator() != null
                && truth.getSkeleton().equals(known)
                && event.getSkeleton().equals(known)) {
            judged = true;
            judge.add(new SequenceFrame(
                    event.getCaptureTimeUs(),
                    event.getWidth(),
                    event.getHeight(),
                    truth.getPeople().stream().map(LiveJudge::presence).toList(),
                    event.getPeople().stream().map(LiveJudge::presence).toList()));
        }
    }

    /** What all events tell; empty where there was nothing to judge. */
    public Optional<SequenceFigures> figures() {
        return judged ? Optional.of(judge.figures()) : Optional.empty();
    }

    private static TruePresence presence(TruePerson person) {
        List<Point> keypoints = new ArrayList<>();
        List<Boolean> inSight = new ArrayList<>();
        for (TruePosition part : person.getKeypoints()) {
            keypoints.add(new Point(part.getX(), part.getY()));
            inSight.add(part.getInSight());
        }
        return new TruePresence(person.getId(), keypoints, inSight, person.getVisible());
    }

    private static FoundPresence presence(Person person) {
        Long track = person.getTrack();
        List<PartPosition> smoothed = person.getSmoothed();
        return new FoundPresence(
                track == null ? OptionalLong.empty() : OptionalLong.of(track),
                RecordWords.box(person.getBox()),
                EventKeypoints.of(person),
                smoothed == null ? Optional.empty() : Optional.of(RecordWords.keypoints(smoothed)));
    }
}
