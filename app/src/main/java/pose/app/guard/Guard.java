package pose.app.guard;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pose.app.broker.TemporaryFolder;

/**
 * Runs a command in a process of its own and, where live cameras are read, starts it again whenever something kills that process
 * that is no wish of the user's: a crash in native code, the system's want of memory. Such an end of a recording is told in one
 * line. Every other end is this process's end too, with the same exit code. Whoever ends this process ends that one.
 */
public final class Guard {

    private static final int FAILED = 1;

    /** Ends that are somebody's wish: SIGHUP, SIGINT, SIGTERM. */
    private static final List<Integer> WISHES = List.of(129, 130, 143);

    private static final List<String> SIGNALS = List.of(
            "signal 0", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL");

    private final String mainClass;
    private final List<String> args;
    private final PrintStream out;
    private final GuardLog log;
    private final TemporaryFolder folder = TemporaryFolder.create("pose-guard-");
    private final Setbacks setbacks = new Setbacks(System::nanoTime);
    private String kept = "";
    private volatile Optional<ChildJvm> child = Optional.empty();

    private Guard(String mainClass, List<String> args, PrintStream out, PrintStream err) {
        this.mainClass = mainClass;
        this.args = args;
        this.out = out;
        this.log = GuardLog.of(args, err);
    }

    /** Whether this command line is to be run under a guard, and is not yet. */
    public static boolean isWanted(String[] args) {
        return !Guarded.isSo() && GuardedCommand.wantsGuard(List.of(args));
    }

    /**
     * Runs it until it ends for good.
     *
     * @param mainClass of the program, found on this process's class path
     * @return its exit code
     */
    public static int run(String mainClass, String[] args, PrintStream out, PrintStream err) {
        Guard guard = new Guard(mainClass, List.of(args), out, err);
        Runtime.getRuntime().addShutdownHook(new Thread(guard::end, "guard-end"));
        return guard.run(guard.folder.path().resolve("crash.log"));
    }

    private int run(Path crashReport) {
        while (true) {
            ChildJvm started = ChildJvm.start(mainClass, args, crashReport, setbacks.aside(), kept);
            child = Optional.of(started);
            int status = started.await(out, text -> kept = text);
            Optional<CrashReport> report = CrashReport.read(crashReport);
            if (report.isEmpty() && !isKilled(status)) {
                return status;
            }
            // It is gone before anyone reads it: it shows memory.
            boolean unused = crashReport.toFile().delete();
            Optional<String> recording = GuardedCommand.recording(args);
            if (recording.isPresent()) {
                log.error("the process that read " + recording.get() + " ended by " + what(status, report)
                        + "; what Kafka had taken by then is there, --resume goes on behind it");
                return FAILED;
            }
            await(setBack(status, report));
        }
    }

    private static boolean isKilled(int status) {
        return status == ChildJvm.OUT_OF_MEMORY || (status > 128 && !WISHES.contains(status));
    }

    /** Tells of a crash, and for how long all are to wait. */
    private Duration setBack(int status, Optional<CrashReport> report) {
        String what = what(status, report);
        Optional<String> camera = report.flatMap(CrashReport::camera);
        if (camera.isPresent()) {
            Duration aside = setbacks.crashed(camera.get());
            log.warn("the process of the cameras ended by " + what + " in the thread of camera " + camera.get()
                    + "; that camera begins again in " + aside.toSeconds() + " s, all others at once");
            return Duration.ZERO;
        }
        Duration wait = setbacks.crashedSomewhere();
        log.warn("the process of the cameras ended by " + what + "; all cameras begin again "
                + (wait.isZero() ? "at once" : "in " + wait.toSeconds() + " s"));
        return wait;
    }

    private static String what(int status, Optional<CrashReport> report) {
        if (status == ChildJvm.OUT_OF_MEMORY) {
            return "running out of memory";
        }
        String signal = report.flatMap(CrashReport::signal).orElseGet(() -> signal(status));
        return signal
                + report.flatMap(CrashReport::library)
                        .map(library -> " in " + library)
                        .orElse("");
    }

    private static String signal(int status) {
        int number = status - 128;
        return number == 11
                ? "SIGSEGV"
                : number >= 0 && number < SIGNALS.size() ? SIGNALS.get(number) : "exit code " + status;
    }

    private static void await(Duration wait) {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to begin again", e);
        }
    }

    /** This process ends. */
    private void end() {
        child.ifPresent(ChildJvm::end);
        folder.close();
    }
}
