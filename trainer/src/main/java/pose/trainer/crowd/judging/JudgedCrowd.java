package pose.trainer.crowd.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.trainer.crowd.Crowd;

/**
 * One picture's people and what was found there, brought together greedily: the sighting with the highest score first takes the
 * person whose square it shares most with, if intersection over union is 0.5 or more. A sighting that nobody is left for is
 * wrong, but where nobody is judged it does not count.
 *
 * @param index of the picture in its data set
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param people the extent of each person in pixels, those whom no sighting took too
 * @param sightings that count, the highest score first
 */
public record JudgedCrowd(int index, int width, int height, List<Double> people, List<Found> sightings) {

    /** Intersection over union from which on a sighting is of this person. */
    public static final double SAME = 0.5;

    /**
     * A sighting that counts.
     *
     * @param score of it, 0 to 1
     * @param isRight whether it took somebody
     * @param extent of whom it took, else its own, in pixels
     */
    public record Found(double score, boolean isRight, double extent) {}

    public JudgedCrowd {
        people = List.copyOf(people);
        sightings = List.copyOf(sightings);
    }

    /** Judges what was found in a picture. */
    static JudgedCrowd of(int index, Crowd crowd, List<Sighting> found) {
        List<Box> left = new ArrayList<>(crowd.people());
        List<Found> counted = new ArrayList<>();
        List<Sighting> ordered = found.stream()
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .toList();
        for (Sighting sighting : ordered) {
            int best = best(sighting, left);
            if (best >= 0) {
                counted.add(new Found(sighting.score(), true, left.remove(best).extent()));
            } else if (crowd.isJudged(sighting.centre())) {
                counted.add(new Found(sighting.score(), false, sighting.extent()));
            }
        }
        return new JudgedCrowd(
                index,
                crowd.picture().width(),
                crowd.picture().height(),
                crowd.people().stream().map(Box::extent).toList(),
                counted);
    }

    private static int best(Sighting sighting, List<Box> people) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < people.size(); i++) {
            double shared = shared(sighting, people.get(i));
            if (shared >= SAME && shared > most) {
                best = i;
                most = shared;
            }
        }
        return best;
    }

    private static double shared(Sighting sighting, Box person) {
        return person.square(1).overlap(sighting.box());
    }

    /** Whether a sighting may be of this person. */
    static boolean isOf(Sighting sighting, Box person) {
        return shared(sighting, person) >= SAME;
    }

    /** Sightings of at least this score that are right. */
    long right(double score) {
        return sightings.stream().filter(f -> f.score() >= score && f.isRight()).count();
    }

    /** Sightings of at least this score that are wrong. */
    public long wrong(double score) {
        return sightings.stream()
                .filter(f -> f.score() >= score && !f.isRight())
                .count();
    }

    /** People whom no sighting of at least this score took. */
    public long missed(double score) {
        return people.size() - right(score);
    }
}
