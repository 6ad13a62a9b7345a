package pose.app.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.app.event.EventKeypoints;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/** Judges pose events one by one, each camera's in their order. */
final class EventJudge {

    /** Further apart, a part may be anywhere. */
    private static final long LONGEST_STEP_US = 200_000;

    private final MiningRules rules;
    private final ShadowDistances shadow;
    private final Map<String, PoseFrame> before = new HashMap<>();

    EventJudge(MiningRules rules, ShadowDistances shadow) {
        this.rules = rules;
        this.shadow = shadow;
    }

    /** The frame, where somebody in it is hard; nobody's is where the skeleton is newer than this program. */
    Optional<HardFrame> judge(PoseFrame event) {
        Optional<Skeleton> skeleton = Skeleton.named(event.getSkeleton());
        PoseFrame earlier = before.put(event.getCamera(), event);
        if (skeleton.isEmpty()) {
            return Optional.empty();
        }
        List<Hardness> people = new ArrayList<>();
        for (int i = 0; i < event.getPeople().size(); i++) {
            Pose pose = EventKeypoints.pose(event.getPeople().get(i));
            if (pose.keypoints().size() == skeleton.get().size()) {
                OptionalDouble speed =
                        earlier == null ? OptionalDouble.empty() : speed(skeleton.get(), event, i, earlier);
                people.add(Hardness.of(skeleton.get(), pose, speed, shadow.of(event), rules));
            }
        }
        return people.stream()
                .filter(Hardness::isHard)
                .max((one, other) -> Double.compare(one.value(), other.value()))
                .map(hardness -> new HardFrame(event, hardness));
    }

    private static OptionalDouble speed(Skeleton skeleton, PoseFrame event, int person, PoseFrame earlier) {
        long step = event.getCaptureTimeUs() - earlier.getCaptureTimeUs();
        Optional<Person> same = same(event, person, earlier);
        if (step <= 0
                || step > LONGEST_STEP_US
                || !event.getSkeleton().equals(earlier.getSkeleton())
                || same.isEmpty()
                || same.get().getKeypoints().size() != skeleton.size()) {
            return OptionalDouble.empty();
        }
        List<Keypoint> now = EventKeypoints.of(event.getPeople().get(person));
        List<Keypoint> then = EventKeypoints.of(same.get());
        Optional<Proportions> sizes = Proportions.of(skeleton, now);
        if (sizes.isEmpty()) {
            return OptionalDouble.empty();
        }
        double furthest = 0;
        for (int p = 0; p < now.size(); p++) {
            furthest =
                    Math.max(furthest, now.get(p).point().distanceTo(then.get(p).point()));
        }
        return OptionalDouble.of(furthest / sizes.get().size() / (step / 1e6));
    }

    /** The same person in the frame before: by track, or where there is one person only. */
    private static Optional<Person> same(PoseFrame event, int person, PoseFrame earlier) {
        Long track = event.getPeople().get(person).getTrack();
        if (track != null) {
            return earlier.getPeople().stream()
                    .filter(other -> track.equals(other.getTrack()))
                    .findFirst();
        }
        return event.getPeople().size() == 1 && earlier.getPeople().size() == 1
                ? Optional.of(earlier.getPeople().get(0))
                : Optional.empty();
    }
}
