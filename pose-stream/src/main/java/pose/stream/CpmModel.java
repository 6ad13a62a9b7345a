package pose.stream;

import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;
import pose.cpm.PoseEstimator;
import pose.cpm.Subject;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;
import pose.skeleton.Pose;

/** A convolutional pose machine with one weights version. */
final class CpmModel implements PoseModel {

    private final PoseEstimator estimator;
    private final String skeleton;
    private final WeightsRef weights;

    private CpmModel(PoseEstimator estimator) {
        this.estimator = estimator;
        WeightsVersion version = estimator.weights();
        this.skeleton = version.skeleton().name();
        this.weights = new WeightsRef(version.name(), version.version(), version.sha256());
    }

    static CpmModel load(WeightsVersion version, EngineName engine) throws BadWeightsException {
        return new CpmModel(PoseEstimator.load(version, engine));
    }

    @Override
    public List<Pose> estimate(List<Subject> subjects) {
        return estimator.estimate(subjects);
    }

    @Override
    public String skeleton() {
        return skeleton;
    }

    @Override
    public WeightsRef weights() {
        return weights;
    }

    @Override
    public void close() {
        estimator.close();
    }
}
