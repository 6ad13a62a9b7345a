package pose.cpm;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Size;
import pose.cpm.network.Task;

/** A locator that needs no training: whatever is bright is somebody's centre, and everybody is 16 input pixels tall. */
final class BrightLocator {

    static final Size INPUT = new Size(96, 56);
    static final double EXTENT = 16;

    private BrightLocator() {}

    /** Publishes it: white is believed in to 0.5 + {@code bias}, grey to {@code bias}, black to −0.5 + {@code bias}. */
    static WeightsVersion publish(Path store, double bias) throws IOException, BadWeightsException {
        return publish(store, bias, Map.of());
    }

    /** As {@link #publish(Path, double)}, with what its manifest says of its training. */
    static WeightsVersion publish(Path store, double bias, Map<String, Object> training)
            throws IOException, BadWeightsException {
        Architecture architecture = new Architecture(
                "bright",
                Task.LOCATOR,
                1,
                1,
                INPUT,
                1,
                false,
                Architecture.layers("pool pool"),
                List.of(),
                List.of(),
                true,
                List.of());
        float[] weight = new float[architecture.maps() * 3];
        float[] biases = new float[architecture.maps()];
        for (int phase = 0; phase < Task.PHASES; phase++) {
            weight[3 * phase] = 1;
            biases[phase] = (float) bias;
            biases[2 * Task.PHASES + phase] = (float) Math.log(EXTENT / SightingCodec.UNIT_EXTENT);
        }
        try (NDManager manager = TinyWeights.manager()) {
            ConvolutionalPoseMachine network = TinyWeights.network(architecture, 1, manager);
            network.getParameters().valueAt(0).getArray().set(weight);
            network.getParameters().valueAt(1).getArray().set(biases);
            Manifest plain = TinyWeights.manifest("bright", architecture);
            Manifest manifest = new Manifest(
                    plain.name(),
                    plain.version(),
                    plain.created(),
                    plain.architecture(),
                    plain.skeleton(),
                    plain.files(),
                    training,
                    plain.metrics(),
                    null,
                    null);
            return WeightsVersion.open(TinyWeights.write(store, network, manifest));
        }
    }
}
