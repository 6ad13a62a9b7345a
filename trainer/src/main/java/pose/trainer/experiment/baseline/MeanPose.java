package pose.trainer.experiment.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.cpm.Crop;
import pose.cpm.Subject;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/** Every part where it is on average in the subject's square, whatever the picture shows: what looking must beat. */
public final class MeanPose {

    private final List<Point> shares;

    private MeanPose(List<Point> shares) {
        this.shares = List.copyOf(shares);
    }

    /** The mean pose of a data set; a part it never labels is in the middle. */
    public static MeanPose of(DataSet data) throws DataSetException {
        int parts = data.skeleton().size();
        double[] x = new double[parts];
        double[] y = new double[parts];
        int[] counts = new int[parts];
        for (int i = 0; i < data.size(); i++) {
            Sample sample = data.sample(i);
            Crop crop = Crop.of(sample.subjectBox(), 1);
            for (int p = 0; p < parts; p++) {
                Optional<Point> part = sample.parts().get(p).map(crop::toInput);
                if (part.isPresent()) {
                    x[p] += part.get().x();
                    y[p] += part.get().y();
                    counts[p]++;
                }
            }
        }
        List<Point> shares = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            shares.add(new Point(x[p] / Math.max(1, counts[p]), y[p] / Math.max(1, counts[p])));
        }
        return new MeanPose(shares);
    }

    /** This pose in each subject's square. */
    public List<Pose> estimate(List<Subject> subjects) {
        return subjects.stream().map(this::pose).toList();
    }

    private Pose pose(Subject subject) {
        Crop crop = Crop.of(subject.box(), 1);
        List<Keypoint> keypoints = shares.stream()
                .map(crop::toSource)
                .map(p -> new Keypoint(p.x(), p.y(), 1))
                .toList();
        return new Pose(subject.box(), 1, keypoints);
    }
}
