package pose.stream;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

    /** Those with the highest scores, in the order in which they are here. */
    public Located atMost(int people) {
        if (sightings.size() <= people) {
            return this;
        }
        // Several may have the same score: who is in is told by place.
        boolean[] in = new boolean[sightings.size()];
        IntStream.range(0, in.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -sightings.get(i).score()))
                .limit(people)
                .forEach(i -> in[i] = true);
        return those(i -> in[i]);
    }

    /** Those whose places, from 0, are wanted. */
    Located those(IntPredicate wanted) {
        return new Located(
                IntStream.range(0, sightings.size())
                        .filter(wanted)
                        .mapToObj(sightings::get)
                        .toList(),
                locator);
    }
}
