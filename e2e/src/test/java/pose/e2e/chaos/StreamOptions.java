package pose.e2e.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pose.e2e.process.PoseProcess;

/**
 * How an instance of {@code pose stream} is started.
 *
 * @param further options beyond these
 * @param heap its JVM's, in MiB
 */
public record StreamOptions(String bootstrap, Path weights, boolean exactlyOnce, List<String> further, int heap) {

    private static final int USUAL_HEAP = 512;

    public StreamOptions {
        further = List.copyOf(further);
    }

    /** At-least-once and nothing special. */
    public static StreamOptions of(String bootstrap, Path weights) {
        return new StreamOptions(bootstrap, weights, false, List.of(), USUAL_HEAP);
    }

    public StreamOptions withExactlyOnce(boolean on) {
        return new StreamOptions(bootstrap, weights, on, further, heap);
    }

    public StreamOptions withHeap(int mebibytes) {
        return new StreamOptions(bootstrap, weights, exactlyOnce, further, mebibytes);
    }

    /** With these options beside those that it has. */
    public StreamOptions with(String... options) {
        List<String> all = new ArrayList<>(further);
        all.addAll(List.of(options));
        return new StreamOptions(bootstrap, weights, exactlyOnce, all, heap);
    }

    /** An instance with these options, not started yet. */
    public Instance instance(Path folder) {
        return new Instance(folder, life -> PoseProcess.start(life, List.of("-Xmx" + heap + "m"), args()));
    }

    private List<String> args() {
        List<String> args = new ArrayList<>(List.of(
                "stream",
                "--bootstrap",
                bootstrap,
                "--weights",
                weights.toString(),
                "--wait",
                "60",
                PoseProcess.WHOLE_PICTURES));
        if (exactlyOnce) {
            args.add("--exactly-once");
        }
        args.addAll(further);
        return args;
    }
}
