package pose.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One start of the launcher, as a script, and what came of it. */
record LauncherRun(int exitCode, List<String> err) {

    private static final int LONGEST_SECONDS = 120;

    /** Runs a launcher to its end, asking it for no more than its version. */
    static LauncherRun of(Path launcher, Map<String, String> environment) throws IOException, InterruptedException {
        return ended(start(launcher, environment));
    }

    /** Starts a launcher in an environment of its own, where nothing but these and PATH is set. */
    static Process start(Path launcher, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(launcher.toString(), "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits for its end. */
    static LauncherRun ended(Process process) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher runs for more than " + LONGEST_SECONDS + " s");
            }
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new LauncherRun(process.exitValue(), err.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
