package pose.stream.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Adds up comparisons of a candidate with the serving version. Its size does not depend on how many. */
final class TrialStatistics {

    private long frames;
    private long seen;
    private double distances;
    private double largest;
    private double stableScores;
    private double candidateScores;
    private long timed;
    private double logRatios;
    private String skeleton = "";
    private double[] parts = {};

    /** @param candidateServed whether it was the candidate's poses that went out */
    synchronized void add(Comparison comparison, boolean candidateServed) {
        frames++;
        double served = Comparison.score(comparison.served().seen());
        double shadow = Comparison.score(comparison.shadow());
        stableScores += candidateServed ? shadow : served;
        candidateScores += candidateServed ? served : shadow;
        if (comparison.distances().isEmpty()) {
            return;
        }
        seen++;
        distances += comparison.distance();
        largest = Math.max(largest, comparison.distance());
        skeleton = comparison.shadow().skeleton();
        if (parts.length == 0) {
            parts = new double[comparison.distances().size()];
        }
        for (int p = 0; p < parts.length; p++) {
            parts[p] += comparison.distances().get(p);
        }
    }

    /** Both versions have looked at the same frame, each alone. */
    synchronized void addTimes(Duration stable, Duration candidate) {
        timed++;
        // The mean of logarithms: one slow look, on a machine that does other things too, weighs as any other.
        logRatios += Math.log((double) Math.max(1, candidate.toNanos()) / Math.max(1, stable.toNanos()));
    }

    synchronized TrialFigures figures() {
        return new TrialFigures(
                frames,
                seen == 0 ? 0 : distances / seen,
                largest,
                frames == 0 ? 0 : stableScores / frames,
                frames == 0 ? 0 : candidateScores / frames,
                timed == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(logRatios / timed)),
                skeleton,
                means());
    }

    private List<Double> means() {
        return new ArrayList<>(
                DoubleStream.of(parts).map(sum -> sum / seen).boxed().toList());
    }
}
