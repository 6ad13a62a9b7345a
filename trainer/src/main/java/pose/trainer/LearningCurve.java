package pose.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import pose.trainer.judging.Figures;

/** {@code curve.csv}: a line an epoch with its input size, the mean loss of each stage that ran and the validation's figure. */
final class LearningCurve {

    static final String FILE = "curve.csv";

    private final Path file;

    private LearningCurve(Path file) {
        this.file = file;
    }

    /** Opens the curve of a run that goes on at this epoch: lines from a run that was broken off later are dropped. */
    static LearningCurve open(Path file, int epoch, String figure) throws IOException {
        String head = "epoch,input_size,loss_by_stage," + figure;
        List<String> lines = Files.exists(file) && epoch > 0 ? Files.readAllLines(file) : List.of(head);
        Files.write(file, lines.subList(0, Math.min(lines.size(), epoch + 1)));
        return new LearningCurve(file);
    }

    void add(int epoch, int inputSize, List<Double> losses, Figures pck) throws IOException {
        StringBuilder stages = new StringBuilder();
        for (double loss : losses) {
            stages.append(stages.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.3f", loss));
        }
        String line = String.format(
                Locale.ROOT,
                "%d,%d,%s,%.2f%n",
                epoch + 1,
                inputSize,
                stages,
                pck.mean().orElse(0));
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }
}
