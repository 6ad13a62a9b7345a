package pose.track;

import java.time.Duration;

/**
 * How people are followed.
 *
 * @param ttl for how long someone unseen keeps the track, by capture time; 1 ms to 60 s; four times that for whoever is well known by
 *     their looks
 * @param lostAfter for how long someone is unseen before the track is told to be lost; 0 to 60 s, 0 being the first frame
 * @param steadiness of the smoothed keypoints
 */
public record TrackSettings(Duration ttl, Duration lostAfter, Steadiness steadiness) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    public TrackSettings {
        if (ttl.toMillis() < 1 || ttl.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("ttl is " + ttl + "; it must be from 1 ms to 60 s");
        }
        if (lostAfter.isNegative() || lostAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lostAfter is " + lostAfter + "; it must be from 0 to 60 s");
        }
    }

    /** Two seconds to live, lost after 200 ms. */
    public static TrackSettings defaults() {
        return new TrackSettings(Duration.ofSeconds(2), Duration.ofMillis(200), new Steadiness(1, 10, 2));
    }

    public TrackSettings withTtl(Duration other) {
        return new TrackSettings(other, lostAfter, steadiness);
    }

    public TrackSettings withSteadiness(Steadiness other) {
        return new TrackSettings(ttl, lostAfter, other);
    }

    long ttlUs() {
        return ttl.toNanos() / 1000;
    }

    long lostAfterUs() {
        return lostAfter.toNanos() / 1000;
    }
}
