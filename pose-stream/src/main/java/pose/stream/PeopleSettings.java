package pose.stream;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pose.cpm.Sighting;
import pose.schema.Frame;

/**
 * Whom to look at, where people are located.
 *
 * @param maxPeople of more than these in a frame, those found with the highest scores are looked at, 1 to 1000
 * @param locateEvery people are located in the first frame seen of so many of a camera, and followed by their motion in
 *     those between, 1 to 100; 1: in every frame
 * @param maxKeptBytes decoded pictures of so many bytes may be kept from locating until the people are looked at, at least 0;
 *     beyond that a picture is decoded twice
 */
public record PeopleSettings(int maxPeople, int locateEvery, long maxKeptBytes) {

    /** More than anybody can want to have looked at. */
    static final int MOST_PEOPLE = 1000;

    /** Somebody new is found within so many frames: more than a few seconds' are of no use. */
    private static final int RAREST = 100;

    public PeopleSettings {
        requireUpTo(MOST_PEOPLE, "maxPeople", maxPeople);
        requireUpTo(RAREST, "locateEvery", locateEvery);
        if (maxKeptBytes < 0) {
            throw new IllegalArgumentException("maxKeptBytes is " + maxKeptBytes + "; it must be at least 0");
        }
    }

    private static void requireUpTo(int most, String parameter, int value) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(parameter + " is " + value + "; it must be from 1 to " + most);
        }
    }

    /**
     * Whom of those located in a frame to look at: those that its camera is about, and of these the ones with the highest
     * scores; in the order in which they were found.
     *
     * @param followed whether people are followed from frame to frame; where they are not, nobody knows who a faint one could be
     */
    public Located wanted(Frame frame, Located located, boolean followed) {
        List<Sighting> people = AttentionFilter.keep(frame, located.sightings()).stream()
                .filter(sighting -> followed || !located.isFaint(sighting))
                .toList();
        if (people.size() <= maxPeople) {
            return located.with(people);
        }
        List<Integer> best = IntStream.range(0, people.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -people.get(i).score()))
                .limit(maxPeople)
                .sorted()
                .toList();
        return located.with(best.stream().map(people::get).toList());
    }

    /** Twelve people, located in every frame; 128 MiB of pictures. */
    public static PeopleSettings defaults() {
        return new PeopleSettings(12, 1, 128L * 1024 * 1024);
    }

    /** The same with another bound on people. */
    public PeopleSettings withMaxPeople(int people) {
        return new PeopleSettings(people, locateEvery, maxKeptBytes);
    }

    /** The same, locating in the first of so many frames. */
    public PeopleSettings withLocateEvery(int frames) {
        return new PeopleSettings(maxPeople, frames, maxKeptBytes);
    }
}
