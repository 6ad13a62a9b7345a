package pose.trainer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import pose.cpm.EngineName;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;

/** What training cannot be faster than: the engine's forward and backward pass over a batch that is in place already. */
final class BareNetwork implements AutoCloseable {

    private final NDManager manager;
    private final ConvolutionalPoseMachine network;
    private final NDList inputs;
    private final BatchArrays.Target[] targets;

    BareNetwork(Experiment experiment, Batch batch) {
        Architecture architecture = experiment.architecture();
        manager = NDManager.newBaseManager(
                Device.cpu(), EngineName.named(experiment.engine()).forTraining());
        network = new ConvolutionalPoseMachine(architecture);
        network.initialize(manager);
        BatchArrays arrays = new BatchArrays(architecture);
        inputs = arrays.inputs(manager, batch.pictures(), batch.size(), batch.input());
        targets = arrays.targets(manager, batch);
    }

    /** One pass forward and back, done when this returns. */
    void pass() {
        try (NDManager scope = manager.newSubManager()) {
            inputs.tempAttach(scope);
            NDArray total;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDList beliefs = network.forward(new ParameterStore(scope, false), inputs, true);
                total = loss(beliefs, 0);
                for (int t = 1; t < beliefs.size(); t++) {
                    total = total.add(loss(beliefs, t));
                }
                collector.backward(total);
            }
            total.getFloat();
            // MXNet runs behind what was asked for: a gradient at the far end says that the pass is done.
            NDArray first = network.getParameters().valueAt(0).getArray().getGradient();
            first.attach(scope);
            first.sum().getFloat();
        }
    }

    private NDArray loss(NDList beliefs, int stage) {
        BatchArrays.Target target = targets[stage == 0 ? 0 : 1];
        NDArray difference = beliefs.get(stage).sub(target.ideal());
        return difference.mul(difference).mul(target.weight()).sum();
    }

    @Override
    public void close() {
        manager.close();
    }
}
