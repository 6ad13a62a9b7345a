package pose.e2e;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pose.channel.Channel;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;
import pose.cpm.Manifest;
import pose.cpm.SightingCodec;
import pose.cpm.VersionContents;
import pose.cpm.WeightsVersion;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Size;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;
import pose.store.StoreException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/**
 * Locators that need no training: whatever is bright is somebody's centre, and everybody is equally tall, of each version as tall as
 * it was made with: what was found tells which version found it.
 */
final class BrightLocators {

    private static final int COLOURS = 3;
    private static final Size INPUT = new Size(96, 56);

    /** Grey is just about somebody, white is surely. */
    private static final float BIAS = 0.3f;

    private BrightLocators() {}

    /**
     * Publishes one into a store.
     *
     * @param extent how tall everybody is, in pixels of the network's input
     */
    static WeightsVersion publish(Path store, String version, double extent) throws IOException, BadWeightsException {
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
        float[] weight = new float[architecture.maps() * COLOURS];
        float[] biases = new float[architecture.maps()];
        for (int phase = 0; phase < Task.PHASES; phase++) {
            weight[COLOURS * phase] = 1;
            biases[phase] = BIAS;
            biases[2 * Task.PHASES + phase] = (float) Math.log(extent / SightingCodec.UNIT_EXTENT);
        }
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forInference());
                WeightsStore weights = WeightsStore.at(store.toString())) {
            ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture);
            network.initialize(manager);
            network.getParameters().valueAt(0).getArray().set(weight);
            network.getParameters().valueAt(1).getArray().set(biases);
            Manifest manifest = new Manifest(
                    Channel.LOCATOR,
                    version,
                    "2026-01-01T00:00:00Z",
                    Manifest.ArchitectureWords.of(architecture),
                    Skeleton.CENTRE.name(),
                    Map.of(),
                    Map.of("data", "none"),
                    Map.of(),
                    null,
                    null);
            var unused =
                    weights.publish(new VersionFiles(manifest.id(), VersionContents.of(network, manifest, Map.of())));
            return WeightsVersion.open(Path.of(weights.place(manifest.id())));
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Side of the square that is looked at around somebody in a picture of this size. */
    static double side(double extent, int width, int height) {
        double scale = Math.min((double) INPUT.width() / width, (double) INPUT.height() / height);
        return extent / scale * pose.cpm.Sighting.MARGIN;
    }
}
