package pose.stream.weights;

import java.time.Duration;

/**
 * What a version must be able to do before it is put to work.
 *
 * @param slowest how many times as long as the version at work it may take for a picture, above 1
 * @param quickEnough how long a picture may take whatever the version at work takes
 * @param faintest how much of the highest score of the version at work its own highest must be, 0 to 1: a network that was
 *     trained to nothing has belief maps that are flat
 */
public record WarmUpRules(double slowest, Duration quickEnough, double faintest) {

    public WarmUpRules {
        if (!(slowest > 1)) {
            throw new IllegalArgumentException("slowest is " + slowest + "; it must be above 1");
        }
        if (quickEnough.isNegative()) {
            throw new IllegalArgumentException("quickEnough is " + quickEnough + "; it must not be negative");
        }
        if (!(faintest >= 0 && faintest <= 1)) {
            throw new IllegalArgumentException("faintest is " + faintest + "; it must be from 0 to 1");
        }
    }

    /** 10 times as long, 20 ms in any case, a twentieth of the score. */
    public static WarmUpRules usual() {
        return new WarmUpRules(10, Duration.ofMillis(20), 0.05);
    }

    public WarmUpRules withSlowest(double times) {
        return new WarmUpRules(times, quickEnough, faintest);
    }
}
