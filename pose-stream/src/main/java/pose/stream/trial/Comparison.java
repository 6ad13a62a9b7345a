package pose.stream.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pose.schema.Frame;
import pose.schema.ShadowPose;
import pose.skeleton.Pose;
import pose.skeleton.PoseDistance;
import pose.stream.Inferred;
import pose.stream.PoseFrames;

/**
 * One frame as two versions saw it.
 *
 * @param served what went out
 * @param shadow what the other version saw, which did not
 * @param shadowTime the engine's time for it
 * @param distances how far apart they are: one a part, the mean over people of the share of the serving pose's extent; empty
 *     where nobody is in the frame
 */
record Comparison(ServedFrame served, Inferred shadow, Duration shadowTime, List<Double> distances) {

    Comparison {
        distances = List.copyOf(distances);
    }

    /**
     * Both looked into the same boxes: who was in one is the same person. Somebody whom only one of them took for somebody else
     * seen twice is left out.
     */
    static Comparison of(ServedFrame served, Inferred shadow, Duration shadowTime) {
        return new Comparison(
                served, shadow, shadowTime, meanShares(served.seen().people(), shadow.people()));
    }

    private static List<Double> meanShares(List<Pose> served, List<Pose> shadow) {
        List<List<Double>> shares = new ArrayList<>();
        for (Pose pose : served) {
            shadow.stream()
                    .filter(other -> other.box().equals(pose.box()))
                    .findFirst()
                    .ifPresent(other ->
                            shares.add(PoseDistance.between(pose, other).shares()));
        }
        List<Double> means = new ArrayList<>();
        int parts = shares.isEmpty() ? 0 : shares.get(0).size();
        for (int p = 0; p < parts; p++) {
            int part = p;
            means.add(shares.stream().mapToDouble(person -> person.get(part)).sum() / shares.size());
        }
        return means;
    }

    /** The mean over parts; 0 where nobody is in the frame. */
    double distance() {
        return distances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The mean score of everyone that somebody saw, 0 where nobody is in the frame. */
    static double score(Inferred seen) {
        return seen.people().stream().mapToDouble(Pose::score).average().orElse(0);
    }

    /** As it goes onto the topic. */
    ShadowPose toRecord() {
        Frame frame = served.request().frame();
        return new ShadowPose(
                frame.getCamera(),
                frame.getEpoch(),
                frame.getSequence(),
                frame.getCaptureTimeUs(),
                served.seen().weights(),
                shadow.weights(),
                shadow.skeleton(),
                PoseFrames.people(shadow),
                distances,
                distance(),
                (float) score(served.seen()),
                (float) score(shadow),
                micros(served.inferred()),
                micros(shadowTime),
                frame.getOriginal());
    }

    private static long micros(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
    }
}
