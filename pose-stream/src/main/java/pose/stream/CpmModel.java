package pose.stream;

import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.DecodedPicture;
import pose.cpm.EngineName;
import pose.cpm.PeopleBatch;
import pose.cpm.PoseEstimator;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
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
        this.weights = LoadedNetwork.ref(version);
    }

    static CpmModel load(WeightsVersion version, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        return new CpmModel(PoseEstimator.load(version, engine, devices));
    }

    @Override
    public People begin(int room) {
        PeopleBatch batch = estimator.begin(room);
        return new People() {
            @Override
            public Place add(Box box) {
                PeopleBatch.Place place = batch.add(box);
                return new Place() {
                    @Override
                    public void write(DecodedPicture picture) {
                        place.write(picture);
                    }

                    @Override
                    public int colourAt(double x, double y) {
                        return place.colourAt(x, y);
                    }
                };
            }

            @Override
            public List<Pose> estimate() {
                return batch.estimate();
            }

            @Override
            public void close() {
                batch.close();
            }
        };
    }

    @Override
    public int devices() {
        return estimator.devices();
    }

    @Override
    public void probe() {
        estimator.probe();
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
