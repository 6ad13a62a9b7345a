package pose.cpm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the network runs.
 *
 * @param gpu its number, from 0; empty for the processor
 */
public record ComputeDevice(OptionalInt gpu) {

    public static final ComputeDevice CPU = new ComputeDevice(OptionalInt.empty());

    private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,3})");

    /**
     * Reads {@code cpu}, {@code gpu:N}, or several {@code gpu:N} with commas.
     *
     * @throws IllegalArgumentException naming the word that is none, or that comes twice
     */
    public static List<ComputeDevice> parse(String words) {
        Set<ComputeDevice> devices = new LinkedHashSet<>();
        for (String word : words.split(",", -1)) {
            Matcher gpu = GPU.matcher(word);
            boolean cpu = word.equals("cpu");
            if (!cpu && !gpu.matches()) {
                throw new IllegalArgumentException(
                        "device '" + word + "' is unknown; allowed: cpu, gpu:N, or several gpu:N with commas");
            }
            if (!devices.add(cpu ? CPU : new ComputeDevice(OptionalInt.of(Integer.parseInt(gpu.group(1)))))) {
                throw new IllegalArgumentException("device '" + word + "' is named twice in '" + words + "'");
            }
        }
        if (devices.size() > 1 && devices.contains(CPU)) {
            throw new IllegalArgumentException(
                    "devices '" + words
                            + "' mix cpu and gpu, whose keypoints may differ in the last digits; allowed: cpu, or several gpu:N");
        }
        return List.copyOf(devices);
    }

    /**
     * The fastest engine that can run here.
     *
     * @throws IllegalArgumentException where there is no such engine or device, naming what there is
     */
    public static EngineName engineFor(EngineName wanted, List<ComputeDevice> devices) {
        EngineName chosen = wanted.presentForInference();
        if (devices.contains(CPU)) {
            return chosen;
        }
        List<EngineName> candidates = wanted == EngineName.AUTO ? EngineName.presentOnes() : List.of(chosen);
        int highest =
                devices.stream().mapToInt(d -> d.gpu().orElseThrow()).max().orElseThrow();
        List<String> found = new ArrayList<>();
        for (EngineName engine : candidates) {
            int gpus = gpus(engine);
            if (highest < gpus) {
                return engine;
            }
            found.add(engine.name().toLowerCase(Locale.ROOT) + " finds " + (gpus == 0 ? "none" : gpus));
        }
        throw new IllegalArgumentException("device gpu:" + highest + " is not there: of GPUs, "
                + String.join(", ", found) + "; allowed here: cpu");
    }

    /** How many GPUs an engine can use. The CPU's builds of the engines use none, whatever the machine has. */
    private static int gpus(EngineName engine) {
        if (engine == EngineName.ONNXRUNTIME) {
            OrtEnvironment unused = OnnxRuntimeLibrary.environment();
            return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA) ? CudaUtils.getGpuCount() : 0;
        }
        return Engine.getEngine(engine.forInference()).getGpuCount();
    }

    /** As DJL names it. */
    Device toDjl() {
        return gpu.isPresent() ? Device.gpu(gpu.getAsInt()) : Device.cpu();
    }

    @Override
    public String toString() {
        return gpu.isPresent() ? "gpu:" + gpu.getAsInt() : "cpu";
    }
}
