package pose.app.weights;

import java.util.Locale;
import pose.schema.Trial;

/** How a candidate is tried, in a few words: {@code shadow 10 %}, {@code canary gate-1, gate-2}. */
final class TrialWords {

    private TrialWords() {}

    static String of(Trial trial) {
        String mode = trial.getMode().name().toLowerCase(Locale.ROOT);
        String share = String.format(Locale.ROOT, "%.3g %%", 100 * trial.getShare());
        String cameras = String.join(", ", trial.getCameras());
        String what = switch (trial.getMode()) {
            case SHADOW -> cameras.isEmpty() ? share : share + " of " + cameras;
            default -> cameras.isEmpty() ? share : cameras;
        };
        return mode + " " + what + (trial.getRules() == null ? "" : ", with rules");
    }
}
