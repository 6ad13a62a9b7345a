package pose.app.diff;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * The largest differences that were met, at most so many.
 */
public final class Largest {

    /**
     * A difference and where it was met.
     *
     * @param picture reads the picture once more
     */
    public record Found(TwoLooks looks, double distance, Supplier<BufferedImage> picture) {}

    private final int most;
    private final PriorityQueue<Found> found = new PriorityQueue<>(Comparator.comparingDouble(Found::distance));

    /** @param most how many are kept; 0 keeps none */
    public Largest(int most) {
        this.most = most;
    }

    public void add(TwoLooks looks, Supplier<BufferedImage> picture) {
        found.add(new Found(looks, looks.distance().mean(), picture));
        if (found.size() > most) {
            found.remove();
        }
    }

    /** The largest first. */
    public List<Found> largestFirst() {
        List<Found> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Found>comparingDouble(Found::distance).reversed());
        return sorted;
    }
}
