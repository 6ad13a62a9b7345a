package pose.trainer.judging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** The length that normalises PCK and PDJ: right shoulder to left hip for {@code lsp14}, see {@link Skeleton#torso()}. */
public final class Torso {

    private Torso() {}

    /** The torso's length in pixels; empty where one of its ends is not labelled, or both are on one spot. */
    public static OptionalDouble length(Skeleton skeleton, List<Optional<Point>> truth) {
        Optional<Point> from = truth.get(skeleton.torso().from());
        Optional<Point> to = truth.get(skeleton.torso().to());
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(from.get().distanceTo(to.get()));
    }
}
