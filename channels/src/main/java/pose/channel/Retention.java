package pose.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pose.cpm.VersionId;

/**
 * Which versions a store may lose.
 *
 * @param keep of each model so many of the newest stay, at least 1: numbers go on from the newest
 * @param olderThan younger ones stay, not negative
 */
public record Retention(int keep, Duration olderThan) {

    public Retention {
        if (keep < 1) {
            throw new IllegalArgumentException("keep is " + keep + "; it must be at least 1");
        }
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("older than is " + olderThan + "; it must not be negative");
        }
    }

    /** A version in a store and when it was made. */
    public record Stored(VersionId id, Instant created) {}

    /**
     * Those that may go, oldest first.
     *
     * @param named versions that a channel points to or can be rolled back to: they stay
     */
    List<VersionId> surplus(Collection<Stored> stored, Set<VersionId> named, Instant now) {
        Comparator<Stored> age = Comparator.comparing(Stored::created).thenComparing(Stored::id);
        Map<String, List<Stored>> models = stored.stream()
                .sorted(age.reversed())
                .collect(Collectors.groupingBy(version -> version.id().name()));
        return models.values().stream()
                .flatMap(newestFirst -> newestFirst.stream().skip(keep))
                .filter(version -> !named.contains(version.id()))
                .filter(version -> version.created().isBefore(now.minus(olderThan)))
                .sorted(age)
                .map(Stored::id)
                .toList();
    }
}
