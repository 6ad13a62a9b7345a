package pose.e2e.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/** One instance of a stream, over all its lives: started, killed or told to end, and started again. */
public final class Instance implements AutoCloseable {

    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;
    private static final int TOLD_LIVES = 3;

    private final Path folder;
    private final Function<Path, PoseProcess> starter;
    private final List<PoseProcess> lives = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param folder for what it writes, each life in a folder of its own
     * @param starter starts a process that writes below a folder
     */
    public Instance(Path folder, Function<Path, PoseProcess> starter) {
        this.folder = folder;
        this.starter = starter;
    }

    /** Begins its next life. */
    public void start() {
        if (!lives.isEmpty() && current().alive()) {
            throw new IllegalStateException("it is alive already");
        }
        lives.add(starter.apply(folder.resolve("life-" + (lives.size() + 1))));
    }

    /** Ends this life as SIGKILL does; it must not have ended by itself. */
    public void kill() {
        requireAlive();
        current().kill();
    }

    /** Ends this life as SIGTERM does, and returns what it told, once it is over. */
    public String stop() {
        requireAlive();
        current().askToEnd();
        if (!current().endsWithin(LONGEST_GOODBYE)) {
            throw new AssertionError("it does not end when told to: " + diary());
        }
        return current().err();
    }

    /** How often it was started. */
    public int lives() {
        return lives.size();
    }

    /** The most memory that this life ever had in RAM, in bytes. */
    public OptionalLong peakMemory() {
        return current().peakMemory();
    }

    public boolean alive() {
        return !lives.isEmpty() && current().alive();
    }

    /** Fails where it ended by itself. */
    public void requireAlive() {
        if (!alive()) {
            throw new AssertionError("the stream ended by itself: " + diary());
        }
    }

    private PoseProcess current() {
        return lives.get(lives.size() - 1);
    }

    /** What its last lives told on standard error, for whoever looks for what went wrong. */
    public String diary() {
        List<PoseProcess> told = lives.subList(Math.max(0, lives.size() - TOLD_LIVES), lives.size());
        return told.stream().map(PoseProcess::err).collect(Collectors.joining("\n--- next life ---\n"));
    }

    @Override
    public void close() {
        lives.forEach(PoseProcess::close);
    }
}
