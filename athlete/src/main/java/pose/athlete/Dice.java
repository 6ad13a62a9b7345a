package pose.athlete;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. The same seed gives the same throws on every JDK: only uniform draws are used. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        // Mixed first: SplittableRandom's streams of seeds that differ by its own stride overlap.
        this(new SplittableRandom(mixed(seed)));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L + 0x5851F42D4C957F2DL;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
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
