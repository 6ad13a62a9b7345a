package pose.trainer.crowd;

import java.util.List;
import java.util.Random;

/** Random numbers of the kinds that pictures are varied by. */
final class Draws {

    private final Random random;

    Draws(Random random) {
        this.random = random;
    }

    /** What picture {@code index} of a data set is made by: depends on these two alone. */
    static Draws of(long seed, long index) {
        long h = seed * 0x9E3779B97F4A7C15L + index * 0x165667B19E3779F9L;
        h ^= h >>> 32;
        return new Draws(new Random(h * 0xD6E8FEB86659FD93L));
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** As likely from a to 2a as from b to 2b. */
    double scale(double from, double to) {
        return Math.exp(between(Math.log(from), Math.log(to)));
    }

    /** Both ends included. */
    int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
