package pose.stream;

import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonFinder;
import pose.cpm.PictureBatch;
import pose.cpm.Sighting;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;

/** A convolutional pose machine that says where people are. */
final class CpmFinder implements FinderModel {

    private final PersonFinder finder;
    private final String skeleton;
    private final WeightsRef weights;

    private CpmFinder(PersonFinder finder) {
        this.finder = finder;
        WeightsVersion version = finder.weights();
        this.skeleton = version.skeleton().name();
        this.weights = LoadedNetwork.ref(version);
    }

    static CpmFinder load(WeightsVersion version, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        return new CpmFinder(PersonFinder.load(version, engine, devices));
    }

    @Override
    public Pictures begin(int room) {
        PictureBatch batch = finder.begin(room);
        return new Pictures() {
            @Override
            public PoseModel.Place add() {
                return batch.add()::write;
            }

            @Override
            public List<List<Sighting>> find() {
                return batch.find(PeopleSettings.MOST_PEOPLE);
            }

            @Override
            public void close() {
                batch.close();
            }
        };
    }

    @Override
    public double leastScore() {
        return finder.scores().least();
    }

    @Override
    public int devices() {
        return finder.devices();
    }

    @Override
    public void probe() {
        finder.probe();
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
        finder.close();
    }
}
