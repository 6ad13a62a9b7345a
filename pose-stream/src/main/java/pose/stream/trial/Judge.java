package pose.stream.trial;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pose.schema.TrialRules;

/** Decides about a candidate by rules. Knows no clock: the time is told. */
final class Judge {

    private final TrialRules rules;
    private final long beganMicros;

    /** @param beganMicros when the candidate was put on trial, since 1970 UTC: the same for every instance and after restarts */
    Judge(TrialRules rules, long beganMicros) {
        this.rules = rules;
        this.beganMicros = beganMicros;
    }

    /** What the figures say; empty while it is too early. */
    Optional<Verdict> judge(TrialFigures figures, long nowMicros) {
        if (figures.frames() < Math.max(1, rules.getMinFrames())) {
            return nowMicros - beganMicros < rules.getDecideWithinUs()
                    ? Optional.empty()
                    : Optional.of(expired(figures));
        }
        List<String> broken = broken(figures);
        return Optional.of(
                broken.isEmpty()
                        ? new Verdict(Verdict.Outcome.PASSED, "every rule holds: " + figures)
                        : new Verdict(Verdict.Outcome.FAILED, String.join("; ", broken)));
    }

    private Verdict expired(TrialFigures figures) {
        Duration within = Duration.of(rules.getDecideWithinUs(), ChronoUnit.MICROS);
        return new Verdict(
                Verdict.Outcome.EXPIRED,
                "both versions looked at " + figures.frames() + " frames within " + within.toSeconds() + " s; "
                        + rules.getMinFrames() + " are needed");
    }

    private List<String> broken(TrialFigures figures) {
        List<String> broken = new ArrayList<>();
        check(broken, "mean distance", figures.distance(), rules.getMaxDistance());
        check(broken, "score drop", figures.scoreDrop(), rules.getMaxScoreDrop());
        figures.latencyRatio()
                .ifPresent(ratio -> check(broken, "time a frame, as a multiple,", ratio, rules.getMaxLatencyRatio()));
        return broken;
    }

    /** What is not a number passes no rule. */
    private static void check(List<String> broken, String name, double is, double most) {
        if (!(is <= most)) {
            broken.add(String.format(Locale.ROOT, "%s is %.4f, allowed: %.4f", name, is, most));
        }
    }
}
