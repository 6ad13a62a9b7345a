package pose.cpm;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Task;
import pose.cpm.onnx.OnnxContents;
import pose.cpm.onnx.OnnxExport;
import pose.skeleton.Skeleton;

/** A version's network as an ONNX model: made, checked against the network it was made of, and found again. */
public final class OnnxWeights {

    /** How far beliefs may be apart, as a share of the stage's highest. */
    private static final double TOLERANCE = 1e-4;
    /** Model property that says which network the file holds. */
    private static final String ARCHITECTURE = "architecture";

    private OnnxWeights() {}

    /**
     * A version's ONNX model, made of its weights and checked against them.
     *
     * @throws BadWeightsException where the weights do not fit the manifest, or the model gives other belief maps
     */
    public static byte[] export(WeightsVersion version) throws BadWeightsException {
        try (NDManager manager = manager()) {
            return export(DjlNetwork.read(version, manager), version.manifest());
        }
    }

    /** The ONNX model of a network, checked against it: see {@link #export(WeightsVersion)}. */
    static byte[] export(ConvolutionalPoseMachine network, Manifest manifest) throws BadWeightsException {
        String name = manifest.name() + "/" + manifest.version();
        byte[] model = write(network, manifest);
        refuseOdd(name, model);
        try (Network ours = DjlNetwork.over(network);
                Network theirs = OnnxNetwork.open(network.architecture(), model)) {
            compare(name, ours, theirs);
        } catch (OrtException e) {
            throw new BadWeightsException(name + ": its ONNX model does not load: " + OneLine.of(e));
        }
        return model;
    }

    /** The ONNX model that the version holds, or one made of its weights where it holds none of the same network. */
    static byte[] of(WeightsVersion version) throws BadWeightsException {
        byte @Nullable [] stored = version.onnx();
        if (stored != null) {
            OnnxContents contents = refuseOdd(version + ": " + WeightsVersion.ONNX, stored);
            if (version.manifest()
                    .architecture()
                    .toJson()
                    .equals(contents.metadata().get(ARCHITECTURE))) {
                return stored;
            }
        }
        try (NDManager manager = manager()) {
            return write(DjlNetwork.read(version, manager), version.manifest());
        }
    }

    /** A weight that is no number may go unseen in what comes out: some engines' ReLU makes 0 of it. */
    private static OnnxContents refuseOdd(String what, byte[] model) throws BadWeightsException {
        try {
            OnnxContents contents = OnnxContents.parse(model);
            Optional<String> odd = contents.firstOddity().or(contents::firstOddWeight);
            if (odd.isPresent()) {
                throw new BadWeightsException(what + ": " + odd.get());
            }
            return contents;
        } catch (IOException e) {
            throw new BadWeightsException(what + ": " + OneLine.of(e));
        }
    }

    private static NDManager manager() {
        return NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forInference());
    }

    private static byte[] write(ConvolutionalPoseMachine network, Manifest manifest) {
        float[] centreMap = BeliefMapCodec.centreMap(network.architecture());
        String description = network.architecture().task() == Task.POSE ? POSES : PEOPLE;
        return OnnxExport.write(network, centreMap, description, metadata(manifest));
    }

    private static final String POSES = "Convolutional pose machine (Wei et al., CVPR 2016). Input: people's square"
            + " crops, N x 3 x S x S, planes in channel_order, each value (v - pixel_mean) * pixel_scale of an 8-bit v,"
            + " pixel_outside where the crop leaves the picture. Output: every stage's belief maps, the last stage's the"
            + " best: one map a part in the order of parts, then the background. Cell (x, y) is input pixel"
            + " (x * stride + (stride - 1) / 2, y * stride + (stride - 1) / 2); a part is where its map is highest.";

    private static final String PEOPLE =
            "Locator: a convolutional pose machine (Wei et al., CVPR 2016) for people's centres. Input: whole pictures as large as"
                    + " fits in the middle, N x 3 x input_height x input_width, planes in channel_order, each value"
                    + " (v - pixel_mean) * pixel_scale of an 8-bit v, pixel_outside at the sides that are left. Output: every stage's"
                    + " maps, the last stage's the best, which DepthToSpace (blocksize cells_a_step, mode CRD) makes three maps of:"
                    + " people's centres, the background, and near centres the natural logarithm of the person's extent, the longer"
                    + " side of their box, in units of unit_extent input pixels. Cell (x, y) is input pixel"
                    + " (x * cell + (cell - 1) / 2, y * cell + (cell - 1) / 2) with cell = stride / cells_a_step; a centre is where its"
                    + " map has a peak.";

    /** What somebody needs who has nothing but the file. */
    private static SortedMap<String, String> metadata(Manifest manifest) {
        Architecture architecture = manifest.architecture().toArchitecture();
        Skeleton skeleton = Skeleton.named(manifest.skeleton()).orElseThrow();
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("name", manifest.name());
        metadata.put("version", manifest.version());
        metadata.put("created", manifest.created());
        metadata.put(ARCHITECTURE, manifest.architecture().toJson());
        metadata.put("skeleton", skeleton.name());
        metadata.put("parts", String.join(",", skeleton.parts()));
        metadata.put("stages", String.valueOf(architecture.stages()));
        if (architecture.task() == Task.POSE) {
            metadata.put("input_size", String.valueOf(architecture.inputSize()));
            metadata.put("map_size", String.valueOf(architecture.mapSize()));
        } else {
            metadata.put("task", architecture.task().word());
            metadata.put("input_width", String.valueOf(architecture.input().width()));
            metadata.put("input_height", String.valueOf(architecture.input().height()));
            metadata.put("cells_a_step", String.valueOf(Task.SPLIT));
            metadata.put("unit_extent", String.valueOf(SightingCodec.UNIT_EXTENT));
        }
        metadata.put("stride", String.valueOf(architecture.stride()));
        metadata.put("peak_sigma", String.valueOf(architecture.sigma()));
        metadata.put("channel_order", Crop.CHANNEL_ORDER);
        metadata.put("pixel_mean", String.valueOf(Crop.PIXEL_MEAN));
        metadata.put("pixel_scale", String.valueOf(Crop.PIXEL_SCALE));
        metadata.put("pixel_outside", String.valueOf(Crop.GREY));
        return metadata;
    }

    /** Runs both on a grey crop and two of noise. */
    static void compare(String name, Network ours, Network theirs) throws BadWeightsException {
        int people = 3;
        FloatBuffer pictures = FloatBuffer.allocate(CropBatch.values(ours.architecture(), people));
        Random random = new Random(1);
        for (int i = pictures.capacity() / people; i < pictures.capacity(); i++) {
            pictures.put(i, random.nextFloat() - 0.5f);
        }
        List<float[]> expected = ours.beliefs(pictures, people);
        List<float[]> actual = theirs.beliefs(pictures, people);
        for (int stage = 0; stage < expected.size(); stage++) {
            double apart = apart(expected.get(stage), actual.get(stage));
            // Also where it is not a number.
            if (!(apart <= TOLERANCE)) {
                throw new BadWeightsException(name + ": stage " + (stage + 1) + "'s belief maps in ONNX differ by "
                        + apart + " of their highest; allowed: " + TOLERANCE);
            }
        }
    }

    /** The largest difference, as a share of the largest belief. */
    static double apart(float[] expected, float[] actual) {
        double difference = 0;
        double highest = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs((double) expected[i] - actual[i]));
            highest = Math.max(highest, Math.abs(expected[i]));
        }
        return difference == 0 ? 0 : difference / highest;
    }
}
