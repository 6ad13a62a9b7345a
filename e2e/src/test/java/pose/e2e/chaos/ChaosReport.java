package pose.e2e.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run with kills gave.
 *
 * @param name which run
 * @param seed its kill moments come from
 */
public record ChaosReport(String name, long seed, List<Kill> kills, Verdict verdict) {

    public ChaosReport {
        kills = List.copyOf(kills);
    }

    /** The median of the output gaps, or zero where nothing was killed. */
    public Duration medianGap() {
        List<Duration> gaps = kills.stream().map(Kill::gap).sorted().toList();
        return gaps.isEmpty() ? Duration.ZERO : gaps.get(gaps.size() / 2);
    }

    public Duration largestGap() {
        return kills.stream().map(Kill::gap).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Whether each kill came after some answers and while some were due: kills of an idle stream prove nothing. */
    public boolean everyKillHitWork() {
        return kills.stream().allMatch(kill -> kill.answeredBefore() > 0 && kill.outstanding() > 0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d kills, seed %d: %s; output gap after a kill: median %.1f s, largest %.1f s",
                name,
                kills.size(),
                seed,
                verdict,
                medianGap().toMillis() / 1e3,
                largestGap().toMillis() / 1e3);
    }
}
