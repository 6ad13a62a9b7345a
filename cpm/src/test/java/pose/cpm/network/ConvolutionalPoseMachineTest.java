package pose.cpm.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.EngineName;

class ConvolutionalPoseMachineTest {

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forInference());
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void shouldHaveThePapersWeightsAtFourteenPartsAndSixStages() {
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(Preset.PAPER.architecture(14, 6));

        network.initialize(manager);

        assertThat(network.weightCount())
                .isEqualTo(30_810_138L)
                .isEqualTo(network.architecture().weights());
    }

    @ParameterizedTest
    @CsvSource({"LITE,14,3,20", "LITE,9,2,20", "TINY,14,1,16", "TINY,5,4,16"})
    void shouldReturnTheBeliefMapsOfEveryStage(Preset preset, int parts, int stages, int cells) {
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(preset.architecture(parts, stages));
        network.initialize(manager);

        NDList beliefs = forward(network, 2, random(network, 2, 7));

        assertThat(beliefs).hasSize(stages);
        assertThat(beliefs)
                .allSatisfy(map -> assertThat(map.getShape()).isEqualTo(new Shape(2, parts + 1, cells, cells)));
        assertThat(network.getOutputShapes(network.inputShapes(2)))
                .hasSize(stages)
                .containsOnly(new Shape(2, parts + 1, cells, cells));
    }

    @Test
    void shouldReturnTheBeliefMapsOfEveryStageOfThePapersNetwork() {
        // The same weights at a quarter of the paper's side: 92 pixels do not divide by 8, 96 do.
        ConvolutionalPoseMachine network =
                new ConvolutionalPoseMachine(Preset.PAPER.architecture(14, 6).withInputSize(96));
        network.initialize(manager);

        NDList beliefs = forward(network, 1, random(network, 1, 7));

        assertThat(beliefs.stream().map(NDArray::getShape)).hasSize(6).containsOnly(new Shape(1, 15, 12, 12));
    }

    @Test
    void shouldLetNothingBeyondTheReceptiveFieldChangeStageOne() {
        Architecture architecture = Preset.PAPER.architecture(14, 2).withInputSize(368);
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture);
        network.initialize(manager);
        float[] picture = random(network, 1, 3);
        float[] changed = picture.clone();
        int cell = 23;
        int middle = cell * 8 + 4;
        for (int y = 0; y < 368; y++) {
            for (int x = 0; x < 368; x++) {
                if (Math.max(Math.abs(x - middle), Math.abs(y - middle)) > 81) {
                    for (int c = 0; c < 3; c++) {
                        changed[(c * 368 + y) * 368 + x] = 0.5f;
                    }
                }
            }
        }

        float[] before = forward(network, 1, picture).get(0).toFloatArray();
        float[] after = forward(network, 1, changed).get(0).toFloatArray();

        int at = cell * 46 + cell;
        assertThat(after[at]).isEqualTo(before[at], within(1e-6f));
        assertThat(after[0]).isNotEqualTo(before[0]);
    }

    @Test
    void shouldComputeTheSameWithItsNormalisationFoldedIn() {
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(Preset.TINY.architecture(14, 3));
        network.initialize(manager);
        giveNormalisationsAHistory(network);
        float[] picture = random(network, 2, 5);

        ConvolutionalPoseMachine folded = network.folded(manager);

        assertThat(folded.architecture().batchNorm()).isFalse();
        NDList expected = forward(network, 2, picture);
        NDList actual = forward(folded, 2, picture);
        for (int t = 0; t < expected.size(); t++) {
            assertThat(distance(actual.get(t), expected.get(t)))
                    .as("stage %d", t + 1)
                    .isLessThan(1e-4);
        }
    }

    @Test
    void shouldStartItsOutputsNearNothing() {
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(Preset.TINY.architecture(14, 2));
        network.initialize(manager);

        NDList beliefs = forward(network, 1, random(network, 1, 11));

        for (NDArray map : beliefs) {
            float highest = map.abs().max().getFloat();
            assertThat(highest).isGreaterThan(0).isLessThan(0.5f);
        }
    }

    private static double distance(NDArray a, NDArray b) {
        return a.sub(b).abs().max().getFloat() / Math.max(1e-6, b.abs().max().getFloat());
    }

    private static void giveNormalisationsAHistory(ConvolutionalPoseMachine network) {
        Random random = new Random(1);
        for (Parameter parameter : network.getParameters().values()) {
            boolean isSpread =
                    parameter.getType() == Parameter.Type.GAMMA || parameter.getType() == Parameter.Type.RUNNING_VAR;
            boolean isPlace =
                    parameter.getType() == Parameter.Type.BETA || parameter.getType() == Parameter.Type.RUNNING_MEAN;
            if (isSpread || isPlace) {
                float[] values = new float[(int) parameter.getArray().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = isSpread ? 0.5f + random.nextFloat() : random.nextFloat() - 0.5f;
                }
                parameter.getArray().set(values);
            }
        }
    }

    private static float[] random(ConvolutionalPoseMachine network, int batch, long seed) {
        int size = network.architecture().inputSize();
        float[] picture = new float[batch * 3 * size * size];
        Random random = new Random(seed);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextFloat() - 0.5f;
        }
        return picture;
    }

    private NDList forward(ConvolutionalPoseMachine network, int batch, float[] picture) {
        Shape[] shapes = network.inputShapes(batch);
        float[] centre = new float[(int) shapes[1].size()];
        Arrays.fill(centre, 0.5f);
        NDArray image = manager.create(picture, shapes[0]);
        NDArray centreMap = manager.create(centre, shapes[1]).toType(DataType.FLOAT32, false);
        return network.forward(new ParameterStore(manager, false), new NDList(image, centreMap), false);
    }
}
