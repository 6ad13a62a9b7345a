package pose.stream.trial;

import java.time.Duration;
import java.util.List;
import pose.schema.WeightsRef;

/** Tells each of several listeners in turn. */
public record TrialListeners(List<TrialListener> all) implements TrialListener {

    public TrialListeners {
        all = List.copyOf(all);
    }

    @Override
    public void looked(double distance, Duration took) {
        all.forEach(listener -> listener.looked(distance, took));
    }

    @Override
    public void dropped(int frames) {
        all.forEach(listener -> listener.dropped(frames));
    }

    @Override
    public void lost(String reason) {
        all.forEach(listener -> listener.lost(reason));
    }

    @Override
    public void began(WeightsRef candidate, String how) {
        all.forEach(listener -> listener.began(candidate, how));
    }

    @Override
    public void decided(WeightsRef candidate, Verdict verdict) {
        all.forEach(listener -> listener.decided(candidate, verdict));
    }

    @Override
    public void puzzled(String problem) {
        all.forEach(listener -> listener.puzzled(problem));
    }

    @Override
    public void held(WeightsRef candidate, String reason) {
        all.forEach(listener -> listener.held(candidate, reason));
    }
}
