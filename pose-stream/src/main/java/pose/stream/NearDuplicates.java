package pose.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pose.cpm.Sighting;
import pose.skeleton.Keypoint;
import pose.skeleton.Oks;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/**
 * Finds those who were looked at twice: two sightings near each other may be of one person, whom the network of poses then sees
 * in both. Of such poses the one with the highest score stays (suppression by object keypoint similarity; Papandreou et al.,
 * CVPR 2017, section 3.2). And what was taken for somebody small within somebody large goes where its head is the large one's, as a
 * trunk's is, or where hardly any pose is to be seen there, as in what the large one holds.
 */
final class NearDuplicates {

    /** So alike are two poses of one person at least. */
    private static final double ALIKE = 0.85;

    /** And so much have the squares in common in which they were looked for: elsewhere it is two people, one of whom is hidden. */
    private static final double SAME_SQUARE = 0.6;

    /** What somebody covers of the square around them, roughly: about a quarter when upright. */
    private static final double COVERED = 0.25;

    /** A part is smaller than the whole by this factor at least. */
    private static final double PART = 1.4;

    /** Two heads that are one are no further apart, as a share of the smaller extent. */
    private static final double SAME_HEAD = 0.13;

    /** A pose that is worth less than this share of the large one's is none. */
    private static final double HARDLY = 0.5;

    private static final Set<String> HEAD = Set.of("head_top", "neck", "upper_neck", "nose", "l_ear", "r_ear");

    private final Skeleton skeleton;
    private final List<Sighting> sightings;
    private final List<Pose> poses;
    private final List<Integer> head;

    private NearDuplicates(Skeleton skeleton, List<Sighting> sightings, List<Pose> poses) {
        this.skeleton = skeleton;
        this.sightings = sightings;
        this.poses = poses;
        this.head = IntStream.range(0, skeleton.size())
                .filter(part -> HEAD.contains(skeleton.parts().get(part)))
                .boxed()
                .toList();
    }

    /**
     * Who is not somebody else once more.
     *
     * @param sightings where the people were found
     * @param poses what was seen there, in the same order
     * @return their places, from 0, in that order
     */
    static List<Integer> without(Skeleton skeleton, List<Sighting> sightings, List<Pose> poses) {
        return new NearDuplicates(skeleton, sightings, poses).people();
    }

    private List<Integer> people() {
        List<Integer> best = IntStream.range(0, poses.size())
                .filter(candidate -> IntStream.range(0, poses.size()).noneMatch(whole -> isPart(candidate, whole)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -poses.get(i).score()))
                .toList();
        List<Integer> people = new ArrayList<>();
        for (int candidate : best) {
            if (people.stream().noneMatch(known -> areOne(known, candidate))) {
                people.add(candidate);
            }
        }
        return people.stream().sorted().toList();
    }

    private boolean isPart(int candidate, int whole) {
        Sighting small = sightings.get(candidate);
        Sighting large = sightings.get(whole);
        return large.extent() >= PART * small.extent()
                && large.box().contains(small.centre())
                && (headsApart(candidate, whole) <= SAME_HEAD * small.extent()
                        || poses.get(candidate).score()
                                < HARDLY * poses.get(whole).score());
    }

    /** The mean over the parts of the head; of a skeleton that has none, for ever. */
    private double headsApart(int one, int other) {
        return head.stream()
                .mapToDouble(part -> {
                    Keypoint a = poses.get(one).keypoints().get(part);
                    Keypoint b = poses.get(other).keypoints().get(part);
                    return Math.hypot(a.x() - b.x(), a.y() - b.y());
                })
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private boolean areOne(int known, int candidate) {
        Sighting one = sightings.get(known);
        double extent = one.extent();
        return one.box().overlap(sightings.get(candidate).box()) >= SAME_SQUARE
                && Oks.between(
                                skeleton,
                                poses.get(known).keypoints(),
                                poses.get(candidate).keypoints(),
                                COVERED * extent * extent)
                        >= ALIKE;
    }
}
