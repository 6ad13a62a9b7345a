package pose.athlete;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. The same seed gives the same throws on every JDK: only uniform draws are used. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of its own for one part of the scene, so that a change there does not reshuffle the others. */
    Dice split() {
        return new Dice(random.split());
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int whole(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    long seed() {
        return random.nextLong();
    }
}
