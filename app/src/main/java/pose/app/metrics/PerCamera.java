package pose.app.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One thing a camera, for so many cameras; all further ones share that of {@value #OTHER}. Whoever sends frames under ever
 * new names, or under endless ones, costs no more than that. Safe for several threads; nothing is locked for a camera that
 * is known.
 */
final class PerCamera<T> {

    static final String OTHER = "other";
    private static final int LONGEST_NAME = 100;

    private final ConcurrentHashMap<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> maker;
    private final int most;
    private final T others;

    /**
     * Knows no camera yet.
     *
     * @param most how many are told apart
     * @param maker is given a camera's name, of at most 100 characters
     */
    PerCamera(int most, Function<String, T> maker) {
        this.most = most;
        this.maker = maker;
        this.others = maker.apply(OTHER);
        known.put(OTHER, others);
    }

    T of(String camera) {
        String name = camera.length() <= LONGEST_NAME ? camera : camera.substring(0, LONGEST_NAME) + "…";
        T found = known.get(name);
        return found == null ? add(name) : found;
    }

    private synchronized T add(String name) {
        // The others' own place is not counted.
        return known.size() > most ? known.getOrDefault(name, others) : known.computeIfAbsent(name, maker);
    }
}
