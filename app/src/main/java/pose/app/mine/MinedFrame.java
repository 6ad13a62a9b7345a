package pose.app.mine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pose.schema.PoseFrame;

/**
 * A line of {@code mined.csv}.
 *
 * @param picture its file's name
 * @param values the columns behind the frame's id and time
 */
public record MinedFrame(
        String picture, String camera, long epoch, long sequence, long captureTimeUs, List<String> values) {

    static final List<String> COLUMNS = List.of(
            "picture",
            "camera",
            "epoch",
            "sequence",
            "capture_time_us",
            "hardness",
            "reasons",
            "score",
            "longest_limb",
            "doubled_joints",
            "speed",
            "disagreement",
            "weights");

    public MinedFrame {
        values = List.copyOf(values);
    }

    static MinedFrame of(HardFrame frame) {
        PoseFrame event = frame.event();
        Hardness hardness = frame.hardness();
        return new MinedFrame(
                frame.stem() + ".jpg",
                event.getCamera(),
                event.getEpoch(),
                event.getSequence(),
                event.getCaptureTimeUs(),
                List.of(
                        rounded(hardness.value()),
                        hardness.reasons().stream()
                                .sorted()
                                .map(HardReason::word)
                                .collect(Collectors.joining(" ")),
                        rounded(hardness.score()),
                        hardness.proportions().map(p -> rounded(p.longest())).orElse(""),
                        hardness.proportions().map(p -> "" + p.doubled()).orElse(""),
                        hardness.speed().isPresent() ? rounded(hardness.speed().getAsDouble()) : "",
                        hardness.disagreement().isPresent()
                                ? rounded(hardness.disagreement().getAsDouble())
                                : "",
                        event.getWeights().getName() + "/" + event.getWeights().getVersion()));
    }

    List<String> row() {
        List<String> row = new java.util.ArrayList<>(
                List.of(picture, camera, Long.toString(epoch), Long.toString(sequence), Long.toString(captureTimeUs)));
        row.addAll(values);
        return row;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
