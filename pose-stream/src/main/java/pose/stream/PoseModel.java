package pose.stream;

import java.util.List;
import pose.cpm.Subject;
import pose.schema.WeightsRef;
import pose.skeleton.Pose;

/** One loaded weights version. Used by one thread at a time. */
interface PoseModel extends AutoCloseable {

    /** One pose a subject, in order. */
    List<Pose> estimate(List<Subject> subjects);

    /** The name of the skeleton that poses follow. */
    String skeleton();

    WeightsRef weights();

    @Override
    void close();
}
