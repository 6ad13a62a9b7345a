package pose.trainer.experiment;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import pose.cpm.BeliefMapCodec;
import pose.cpm.CropBatch;
import pose.cpm.Subject;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Evaluation;

/** How good each stage of a network is. */
final class StageFigures {

    private static final double ALPHA = 0.2;

    private final ConvolutionalPoseMachine network;
    private final Architecture architecture;
    private final String engine;

    /** @param engine DJL's name of the engine that the network's weights are on */
    StageFigures(ConvolutionalPoseMachine network, String engine) {
        this.network = network;
        this.architecture = network.architecture();
        this.engine = engine;
    }

    /** PCK@0.2 by stage, per cent. The network looks at each person once. */
    List<Double> judge(DataSet validation) throws DataSetException {
        List<Queue<List<Pose>>> later = new ArrayList<>();
        for (int t = 2; t <= architecture.stages(); t++) {
            later.add(new ArrayDeque<>());
        }
        Evaluation evaluation = new Evaluation(validation, ALPHA);
        List<Double> figures = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine)) {
            figures.add(evaluation
                    .judge(subjects -> {
                        List<List<Pose>> stages = look(manager, subjects);
                        for (int t = 1; t < stages.size(); t++) {
                            later.get(t - 1).add(stages.get(t));
                        }
                        return stages.get(0);
                    })
                    .mean()
                    .orElse(0));
        }
        for (Queue<List<Pose>> stage : later) {
            figures.add(evaluation.judge(subjects -> stage.remove()).mean().orElse(0));
        }
        return figures;
    }

    private List<List<Pose>> look(NDManager manager, List<Subject> subjects) {
        CropBatch crops = new CropBatch(architecture, subjects);
        FloatBuffer pictures = FloatBuffer.allocate(CropBatch.values(architecture, subjects.size()));
        crops.write(pictures);
        int map = architecture.mapSize();
        try (NDManager scope = manager.newSubManager()) {
            Shape[] shapes = network.inputShapes(subjects.size(), architecture.inputSize());
            NDArray image = scope.create(pictures.array(), shapes[0]);
            float[] middle = BeliefMapCodec.of(architecture).centreMap();
            NDArray centre = scope.create(middle, new Shape(1, 1, map, map)).broadcast(shapes[1]);
            NDList beliefs = network.forward(new ParameterStore(scope, false), new NDList(image, centre), false);
            return beliefs.stream()
                    .map(belief -> crops.decode(belief.toFloatArray()))
                    .toList();
        }
    }
}
