package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pose.trainer.GradientObserver;
import pose.trainer.TrainingListener;
import pose.trainer.judging.Figures;

/** Notes down what a training tells, epoch by epoch. */
final class EpochNotes implements TrainingListener {

    /** Steps of an epoch whose gradients are noted down: evenly spaced, enough for a histogram. */
    private static final int OBSERVED = 16;

    private final StudyListener listener;
    private final boolean observed;
    private final List<EpochResult> epochs = new ArrayList<>();
    private final Map<String, LayerGradients> gradients = new LinkedHashMap<>();
    private double[] sums = new double[0];
    private int counted;
    private long steps;

    /** @param observed whether gradients are noted down */
    EpochNotes(StudyListener listener, boolean observed) {
        this.listener = listener;
        this.observed = observed;
    }

    @Override
    public void stepped(Progress progress) {
        List<Double> losses = progress.losses();
        if (sums.length != losses.size()) {
            sums = new double[losses.size()];
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] += losses.get(t);
        }
        counted++;
        steps++;
        listener.stepped(progress);
    }

    @Override
    public GradientObserver gradients(int epoch, int step, int steps) {
        boolean due = step % Math.max(1, steps / OBSERVED) == 0;
        return observed && due ? this::note : GradientObserver.NONE;
    }

    /** Only the convolutions' kernels are noted down. */
    private void note(Map<String, float[]> ofParameters) {
        ofParameters.forEach((name, gradient) -> {
            if (name.endsWith(".conv.weight")) {
                String layer = name.substring(0, name.length() - ".conv.weight".length());
                gradients.merge(layer, LayerGradients.of(layer, gradient), LayerGradients::plus);
            }
        });
    }

    @Override
    public void judged(int epoch, Figures pck, boolean best) {
        List<Double> losses = new ArrayList<>();
        for (double sum : sums) {
            losses.add(sum / Math.max(1, counted));
        }
        epochs.add(new EpochResult(losses, pck.mean().orElse(0), List.copyOf(gradients.values()), List.of()));
        sums = new double[0];
        counted = 0;
        gradients.clear();
    }

    List<EpochResult> epochs() {
        return List.copyOf(epochs);
    }

    long steps() {
        return steps;
    }
}
