package pose.e2e.chaos;

import java.security.SecureRandom;

/**
 * How long to go on and from which seed: properties {@code pose.chaos.kills} and {@code pose.chaos.seed}.
 *
 * @param kills at least 1
 * @param seed of the kill moments; another one each time, unless it was given
 */
public record ChaosSettings(int kills, long seed) {

    private static final int SHORT_FORM = 3;

    public ChaosSettings {
        if (kills < 1) {
            throw new IllegalArgumentException("pose.chaos.kills is " + kills + "; it must be at least 1");
        }
    }

    /** As the properties say: 3 kills, where they say nothing. */
    public static ChaosSettings given() {
        Long seed = Long.getLong("pose.chaos.seed");
        return new ChaosSettings(
                Integer.getInteger("pose.chaos.kills", SHORT_FORM),
                seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed);
    }
}
