package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

class MatFilesTest {

    @TempDir
    private Path folder;

    /** Everything that label files nest. */
    private static Struct everything() {
        Matrix numbers = Mat5.newMatrix(new int[] {3, 14, 2});
        numbers.setDouble(new int[] {2, 13, 1}, 7);
        Struct points = Mat5.newStruct(1, 2);
        points.set("x", 0, Mat5.newScalar(4.5));
        points.set("x", 1, Mat5.newScalar(5));
        Cell cell = Mat5.newCell(3, 1);
        cell.set(1, points);
        Struct all = Mat5.newStruct();
        all.set("numbers", numbers);
        all.set("cell", cell);
        all.set("text", Mat5.newString("a.jpg"));
        all.set("none", Mat5.newStruct(0, 0));
        all.set("flag", Mat5.newLogicalScalar(true));
        return all;
    }

    private byte[] written(Array value, int compression) throws IOException {
        Path file = folder.resolve("whole.mat");
        try (MatFile mat =
                Mat5.newMatFile().addArray("other", Mat5.newScalar(1)).addArray("wanted", value)) {
            try (var sink = Sinks.newStreamingFile(file.toFile())) {
                Mat5.newWriter(sink).setDeflateLevel(compression).writeMat(mat);
            }
        }
        return Files.readAllBytes(file);
    }

    /** Whether the file reads as {@link #everything}. */
    private boolean read(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("file.mat"), bytes);
        return MatFiles.read(file, "wanted", "a test's file", array -> array.equals(everything()));
    }

    @Test
    void shouldReadTheVariableCompressedOrNot() throws Exception {
        for (int compression : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_COMPRESSION}) {
            assertThat(read(written(everything(), compression))).isTrue();
        }
    }

    @Test
    void shouldRefuseAFileCutAnywhere() throws Exception {
        for (int compression : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_COMPRESSION}) {
            byte[] whole = written(everything(), compression);
            for (int length = 0; length < whole.length; length += 41) {
                byte[] cut = Arrays.copyOf(whole, length);

                assertThatThrownBy(() -> read(cut))
                        .as("cut to %d of %d bytes", length, whole.length)
                        .isInstanceOf(DataSetException.class)
                        .hasMessageContaining("file.mat")
                        .hasMessageContaining("expected a test's file");
            }
        }
    }

    @Test
    void shouldReadOrRefuseButNeverFailOtherwiseWhateverIsDamaged() throws Exception {
        byte[] whole = written(everything(), Deflater.NO_COMPRESSION);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = whole.clone();
            ByteBuffer.wrap(damaged).putInt(128 + 4 * random.nextInt((whole.length - 128) / 4), random.nextInt());
            try {
                read(damaged);
            } catch (DataSetException e) {
                refused++;
                assertThat(e.getMessage()).contains("file.mat").doesNotContain("\n");
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void shouldRefuseSizesThatTheFileCannotHold() throws Exception {
        byte[] whole = written(Mat5.newMatrix(new int[] {3, 14, 2}), Deflater.NO_COMPRESSION);
        // The last three of a dimension's numbers, 3 14 2, become two thousand million.
        int at = find(whole, 3, 14, 2);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 8, 2_000_000_000);

        assertThatThrownBy(() -> read(whole))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("declares");
    }

    @Test
    void shouldRefuseAnElementLargerThanTheFile() throws Exception {
        byte[] whole = written(Mat5.newMatrix(new int[] {3, 14, 2}), Deflater.NO_COMPRESSION);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(132, 0x7FFF_FFF0);

        assertThatThrownBy(() -> read(whole))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("an element of 2147483632 bytes");
    }

    @Test
    void shouldRefuseNestingWithoutEnd() throws Exception {
        Array nested = Mat5.newScalar(1);
        for (int i = 0; i < 200; i++) {
            Cell cell = Mat5.newCell(1, 1);
            cell.set(0, nested);
            nested = cell;
        }
        byte[] bytes = written(nested, Deflater.BEST_COMPRESSION);

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void shouldSayThatAFileIsNoMatFile() throws Exception {
        byte[] hdf5 = new byte[600];
        System.arraycopy("MATLAB 7.3 MAT-file".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, hdf5, 0, 19);

        assertThatThrownBy(() -> read(hdf5)).hasMessageContaining("no MAT file of level 5");
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).hasMessageContaining("no MAT file of level 5");
        assertThatThrownBy(() -> MatFiles.read(folder.resolve("gone.mat"), "x", "a test's file", array -> array))
                .hasMessageContaining("gone.mat: no such file; expected a test's file");
    }

    private static int find(byte[] bytes, int... numbers) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 128; at + 4 * numbers.length <= bytes.length; at += 4) {
            int start = at;
            if (java.util.stream.IntStream.range(0, numbers.length)
                    .allMatch(i -> buffer.getInt(start + 4 * i) == numbers[i])) {
                return at;
            }
        }
        throw new IllegalStateException("no such numbers");
    }
}
