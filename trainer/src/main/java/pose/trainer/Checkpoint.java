package pose.trainer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a run stands: written beside, then renamed, so that a run killed at any moment finds a whole one.
 *
 * @param epoch the epoch under way, from 0
 * @param step steps done within it
 * @param best best validation figure of this lesson so far, in per cent; negative before the first
 */
record Checkpoint(int epoch, int step, double best) {

    private static final int MAGIC = 0x504F5345;

    static final Checkpoint START = new Checkpoint(0, 0, -1);

    Checkpoint withoutBest() {
        return new Checkpoint(epoch, step, START.best);
    }

    void write(Path file, NetworkTrainer trainer) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeInt(epoch);
            out.writeInt(step);
            out.writeDouble(best);
            trainer.save(out);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A checkpoint and the network that goes on from it. */
    record Resumed(Checkpoint checkpoint, NetworkTrainer trainer) {}

    /** Where the run of this checkpoint stands. */
    static Checkpoint read(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return read(file, in);
        }
    }

    /** Reads a checkpoint of this experiment. */
    static Resumed read(Path file, Experiment experiment) throws IOException {
        try (DataInputStream in = open(file)) {
            Checkpoint checkpoint = read(file, in);
            return new Resumed(checkpoint, NetworkTrainer.resume(experiment, in));
        }
    }

    /** A new run that begins with a checkpoint's weights. */
    static NetworkTrainer beginAt(Path file, Experiment experiment) throws IOException {
        try (DataInputStream in = open(file)) {
            read(file, in);
            return NetworkTrainer.beginAt(experiment, in);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private static Checkpoint read(Path file, DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException(file + " is no checkpoint");
        }
        return new Checkpoint(in.readInt(), in.readInt(), in.readDouble());
    }
}
