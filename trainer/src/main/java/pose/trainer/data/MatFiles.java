package pose.trainer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Sources;

/** Label files in MATLAB's MAT format, level 5. */
final class MatFiles {

    /** The largest official label file is 11 MB. */
    private static final long MOST_BYTES = 256L << 20;

    private MatFiles() {}

    /** Makes something of a variable, which is gone when it returns. */
    @FunctionalInterface
    interface Use<T> {
        T of(Array variable) throws DataSetException;
    }

    /**
     * Reads one variable and what {@code use} makes of it. Sizes that the file declares are checked against what it holds before anything is allocated.
     *
     * @param expected what the file should be, for messages
     * @throws DataSetException where the file is missing, no such file or damaged, or has no such variable
     */
    static <T> T read(Path file, String variable, String expected, Use<T> use) throws DataSetException {
        if (!Files.isRegularFile(file)) {
            throw new DataSetException(file + ": no such file; expected " + expected);
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DataSetException(file + ": has " + Files.size(file) + " bytes; allowed: " + MOST_BYTES);
            }
            ByteBuffer checked = MatBounds.inflated(ByteBuffer.wrap(Files.readAllBytes(file)));
            return use(checked, variable, use);
        } catch (IOException | RuntimeException e) {
            // The library reports damage as all kinds of unchecked exceptions.
            throw new DataSetException(
                    file + ": damaged, or no MAT file of level 5: " + reason(e) + "; expected " + expected);
        }
    }

    private static <T> T use(ByteBuffer bytes, String variable, Use<T> use) throws IOException, DataSetException {
        try (MatFile mat = Mat5.newReader(Sources.wrap(bytes))
                .disableSubsystemProcessing()
                .setEntryFilter(header -> header.getName().equals(variable))
                .readMat()) {
            for (MatFile.Entry entry : mat.getEntries()) {
                return use.of(entry.getValue());
            }
        }
        throw new IOException("no variable '" + variable + "'");
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getMessage() == null ? root.getClass().getSimpleName() : message;
    }
}
