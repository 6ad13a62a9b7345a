package pose.trainer.judging.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.CsvRow;
import pose.trainer.csv.CsvTable;

/**
 * How a training went, epoch by epoch: a run's {@code curve.csv} with {@code epoch,input_size,loss_by_stage,pck@0.2}.
 *
 * @param epochs in the file's order
 */
public record LossCurve(List<Epoch> epochs) {

    /** What it is called in a version's folder. */
    public static final String FILE = "curve.csv";

    /**
     * One epoch.
     *
     * @param number from 1
     * @param inputSize side of the network's input in pixels
     * @param losses mean of each stage that was trained, a picture
     * @param pck validation's PCK@0.2 in per cent
     */
    public record Epoch(int number, int inputSize, List<Double> losses, double pck) {

        public Epoch {
            losses = List.copyOf(losses);
        }
    }

    public LossCurve {
        epochs = List.copyOf(epochs);
    }

    /** Reads a run's curve. */
    public static LossCurve read(Path file) throws BadCsvException {
        List<Epoch> epochs = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file, List.of("epoch", "input_size", "loss_by_stage", "pck@0.2"))) {
            List<Double> losses = new ArrayList<>();
            for (String loss : row.text("loss_by_stage").split(" +", -1)) {
                try {
                    losses.add(Double.parseDouble(loss));
                } catch (NumberFormatException e) {
                    throw row.error("loss_by_stage has '" + loss + "'; it must be numbers apart by blanks");
                }
            }
            epochs.add(new Epoch(
                    (int) row.number("epoch"), (int) row.number("input_size"), losses, row.number("pck@0.2")));
        }
        return new LossCurve(epochs);
    }
}
