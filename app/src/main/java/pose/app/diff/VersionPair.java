package pose.app.diff;

import java.util.List;
import pose.cpm.PoseEstimator;
import pose.cpm.Subject;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/** Two loaded versions of one skeleton, which look at the same people. Used by one thread; closes both. */
public final class VersionPair implements AutoCloseable {

    private final PoseEstimator first;
    private final PoseEstimator second;

    /**
     * Takes both over.
     *
     * @throws IllegalArgumentException where their skeletons differ
     */
    public VersionPair(PoseEstimator first, PoseEstimator second) {
        Skeleton one = first.weights().skeleton();
        Skeleton other = second.weights().skeleton();
        if (!one.equals(other)) {
            throw new IllegalArgumentException(first.weights() + " follows skeleton " + one.name() + " and "
                    + second.weights() + " " + other.name() + "; only versions of one skeleton can be compared");
        }
        this.first = first;
        this.second = second;
    }

    public Skeleton skeleton() {
        return first.weights().skeleton();
    }

    /** What the two are called. */
    public List<String> names() {
        return List.of(first.weights().toString(), second.weights().toString());
    }

    /** A pose each, first the first version's, then the second's. */
    public List<List<Pose>> look(List<Subject> people) {
        return List.of(first.estimate(people), second.estimate(people));
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
