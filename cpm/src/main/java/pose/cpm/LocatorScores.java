package pose.cpm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which scores on a locator's peaks are somebody, as who trained it says in the manifest's {@code training}.
 *
 * @param least from here on a peak is somebody, more than 0 and at most 1
 * @param faint from here on it is somebody only where somebody was before, as of one whom another now half hides (ByteTrack, Zhang
 *     et al., ECCV 2022); more than 0 and at most {@code least}
 */
public record LocatorScores(double least, double faint) {

    /** The name of {@code least} in a manifest. */
    public static final String LEAST = "leastScore";

    /** The name of {@code faint} in a manifest; without it nobody is faint. */
    public static final String FAINT = "faintScore";

    /** Where a manifest does not say. */
    static final LocatorScores USUAL = new LocatorScores(0.3, 0.3);

    public LocatorScores {
        if (!(least > 0 && least <= 1)) {
            throw new IllegalArgumentException("least is " + least + "; it must be more than 0 and at most 1");
        }
        if (!(faint > 0 && faint <= least)) {
            throw new IllegalArgumentException("faint is " + faint + "; it must be more than 0 and at most " + least);
        }
    }

    /**
     * What a manifest says.
     *
     * @throws BadWeightsException naming the number, where it says something that cannot be
     */
    static Optional<LocatorScores> read(String where, Map<String, Object> training) throws BadWeightsException {
        Object least = training.get(LEAST);
        Object faint = training.get(FAINT);
        if (least == null && faint == null) {
            return Optional.empty();
        }
        double from = number(where, LEAST, least, 1);
        return Optional.of(new LocatorScores(from, faint == null ? from : number(where, FAINT, faint, from)));
    }

    private static double number(String where, String name, @Nullable Object said, double most)
            throws BadWeightsException {
        if (said instanceof Number score && score.doubleValue() > 0 && score.doubleValue() <= most) {
            return score.doubleValue();
        }
        throw new BadWeightsException(where + ": training's " + name + " is " + said
                + "; allowed: a number more than 0 and at most " + (most == 1 ? "1" : most));
    }

    /** As a manifest's {@code training} tells them. */
    public Map<String, Object> toMap() {
        return Map.of(LEAST, least, FAINT, faint);
    }
}
