package pose.cpm;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * ONNX Runtime's native library and its one environment in this process.
 *
 * <p>Two habits of its Java binding are put right here. It unpacks its library into a temporary folder at every start
 * and leaves folders behind: here it is unpacked once a version, beside DJL's other engines. And it frees the
 * environment in a shutdown hook, while whoever stops in good order still infers, which ends the JVM with a
 * segmentation fault (microsoft/onnxruntime issue 31352): the environment is counted, so one more reference, which
 * nobody gives back, keeps it for as long as the process lives.
 */
final class OnnxRuntimeLibrary {

    /** The binding looks for its libraries here; whoever sets it brings their own, e.g. one for a GPU. */
    private static final String FOLDER = "onnxruntime.native.path";

    private static final String RUNTIME = System.mapLibraryName("onnxruntime");
    private static final String BINDING = System.mapLibraryName("onnxruntime4j_jni");

    /** What the GPU's build has beside these; it looks for them in the same folder when a GPU is asked for. */
    private static final List<String> PROVIDERS = List.of(
            System.mapLibraryName("onnxruntime_providers_shared"), System.mapLibraryName("onnxruntime_providers_cuda"));

    /** Of the C interface: any from the first on has the one function used. */
    private static final int API_VERSION = 1;
    /** CreateEnv's place in the table of functions (onnxruntime_c_api.h), which only ever grows at its end. */
    private static final int CREATE_ENVIRONMENT = 3;
    /** Warnings and worse are logged. */
    private static final int WARNING = 2;

    private static boolean kept;

    private OnnxRuntimeLibrary() {}

    /** The environment, for good. */
    static synchronized OrtEnvironment environment() {
        String engine = EngineName.ONNXRUNTIME.forInference();
        if (!kept) {
            if (System.getProperty(FOLDER) == null) {
                System.setProperty(FOLDER, unpacked().toString());
            }
            // DJL's engine first: it insists on making the environment.
            Engine.getEngine(engine);
            keep(Path.of(System.getProperty(FOLDER)).resolve(RUNTIME));
            kept = true;
        }
        return OrtEnvironment.getEnvironment();
    }

    private static Path unpacked() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        List<String> providers = PROVIDERS.stream()
                .filter(library -> OrtEnvironment.class.getResource(resource(library)) != null)
                .toList();
        String build = providers.isEmpty() ? "cpu" : "gpu";
        Path folder = Utils.getEngineCacheDir("onnxruntime").resolve(version + "-" + build + "-" + platform());
        try {
            Files.createDirectories(folder);
            for (String library : Stream.concat(Stream.of(RUNTIME, BINDING), providers.stream())
                    .toList()) {
                unpack(resource(library), folder.resolve(library));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ONNX Runtime's library cannot be unpacked to " + folder, e);
        }
        return folder;
    }

    private static String resource(String library) {
        return "/ai/onnxruntime/native/" + platform() + "/" + library;
    }

    /** Beside it first, so that another process never loads half of it. */
    private static void unpack(String resource, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path beside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
        try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is none for this platform: " + resource);
            }
            Files.copy(in, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The binding's word for the machine, e.g. {@code linux-x64}. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
        return system + (arch.equals("aarch64") || arch.equals("arm64") ? "-aarch64" : "-x64");
    }

    private static void keep(Path library) {
        Pointer base = NativeLibrary.getInstance(library.toString())
                .getFunction("OrtGetApiBase")
                .invokePointer(new Object[0]);
        Pointer api = Function.getFunction(base.getPointer(0)).invokePointer(new Object[] {API_VERSION});
        Pointer create = api.getPointer((long) CREATE_ENVIRONMENT * Native.POINTER_SIZE);
        Pointer failed =
                Function.getFunction(create).invokePointer(new Object[] {WARNING, "pose", new PointerByReference()});
        if (failed != null) {
            throw new IllegalStateException("ONNX Runtime refused a reference to its environment");
        }
    }
}
