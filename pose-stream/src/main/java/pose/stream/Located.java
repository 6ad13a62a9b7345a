package pose.stream;

import java.util.List;
import pose.cpm.Sighting;
import pose.schema.WeightsRef;

/**
 * Where people are in a frame: what the first of two stages answers with, and what the second looks at.
 *
 * @param sightings empty when nobody is in it
 * @param locator which version found them
 * @param leastScore whose score is less is faint: somebody only where somebody was before
 */
public record Located(List<Sighting> sightings, WeightsRef locator, double leastScore) implements FrameResult {

    public Located {
        sightings = List.copyOf(sightings);
    }

    /** Of people none of whom is faint. */
    public Located(List<Sighting> sightings, WeightsRef locator) {
        this(sightings, locator, 0);
    }

    /** Others who were found by the same. */
    Located with(List<Sighting> others) {
        return new Located(others, locator, leastScore);
    }

    /** Whether this may be nobody, and is somebody only where somebody was before. */
    public boolean isFaint(Sighting sighting) {
        return sighting.score() < leastScore;
    }
}
