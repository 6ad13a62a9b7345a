package pose.trainer.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.Skeleton.Limb;

/**
 * How large everybody is in their picture, and how long each limb is of somebody of size 1.
 *
 * <p>Each limb of a person votes for a size, its length over the data set's typical one; the median of the votes is the
 * person's size, so one misplaced label hardly moves it. Typical lengths are medians too, and the two are found in turns.
 * The unit is a torso: size 100 is somebody whose torso would usually be 100 pixels long. Foreshortening makes limbs
 * shorter, so a size says rather too little.
 *
 * @param limbs what was measured: the skeleton's
 * @param typical each limb's length in torsos
 * @param sizes everybody's, in pixels, above 0
 */
record BodySizes(List<Limb> limbs, List<Double> typical, List<Double> sizes) {

    private static final int TURNS = 5;

    /** With fewer limbs labelled, the box around the person says more. */
    private static final int FEWEST_LIMBS = 4;

    BodySizes {
        limbs = List.copyOf(limbs);
        typical = List.copyOf(typical);
        sizes = List.copyOf(sizes);
    }

    static BodySizes of(Skeleton skeleton, List<CheckedPerson> people) {
        List<Limb> limbs = skeleton.limbs();
        double[][] lengths = people.stream()
                .map(person ->
                        limbs.stream().mapToDouble(limb -> length(person, limb)).toArray())
                .toArray(double[][]::new);
        double[] typical = new double[limbs.size()];
        java.util.Arrays.fill(typical, 1);
        double[] sizes = new double[people.size()];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = vote(lengths[i], typical);
            }
            for (int l = 0; l < typical.length; l++) {
                typical[l] = orElse(median(column(lengths, l), sizes), typical[l]);
            }
        }
        double torso = orElse(
                median(
                        people.stream()
                                .mapToDouble(p -> length(p, skeleton.torso()))
                                .toArray(),
                        sizes),
                1);
        double perSide = orElse(
                median(sizes, people.stream().mapToDouble(p -> p.box().width()).toArray()), 1);
        List<Double> inPixels = new ArrayList<>(sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            inPixels.add(orElse(sizes[i], perSide * people.get(i).box().width()) * torso);
        }
        return new BodySizes(
                limbs,
                IntStream.range(0, typical.length)
                        .mapToObj(l -> typical[l] / torso)
                        .toList(),
                inPixels);
    }

    /** NaN where an end is not labelled. */
    static double length(CheckedPerson person, Limb limb) {
        Optional<Point> from = person.parts().get(limb.from());
        Optional<Point> to = person.parts().get(limb.to());
        return from.isPresent() && to.isPresent() ? from.get().distanceTo(to.get()) : Double.NaN;
    }

    /** NaN where too few limbs are labelled. */
    private static double vote(double[] lengths, double[] typical) {
        double[] votes = IntStream.range(0, lengths.length)
                .mapToDouble(l -> lengths[l] / typical[l])
                .filter(Double::isFinite)
                .toArray();
        return votes.length < FEWEST_LIMBS ? Double.NaN : Numbers.median(votes);
    }

    /** The median of one by the other, where both are known. */
    private static double median(double[] over, double[] under) {
        return Numbers.median(IntStream.range(0, over.length)
                .mapToDouble(i -> over[i] / under[i])
                .filter(Double::isFinite)
                .toArray());
    }

    private static double[] column(double[][] rows, int column) {
        return java.util.Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static double orElse(double value, double other) {
        return value > 0 && Double.isFinite(value) ? value : other;
    }
}
