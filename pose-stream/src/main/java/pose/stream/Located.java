package pose.stream;

import java.util.List;
import pose.cpm.Sighting;
import pose.schema.WeightsRef;

/**
 * Where people are in a frame: what the first of two stages answers with, and what the second looks at.
 *
 * @param sightings empty when nobody is in it
 * @param locator which version found them
 */
public record Located(List<Sighting> sightings, WeightsRef locator) implements FrameResult {

    public Located {
        sightings = List.copyOf(sightings);
    }

    /** Others who were found by the same. */
    Located with(List<Sighting> others) {
        return new Located(others, locator);
    }
}
