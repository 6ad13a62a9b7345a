package pose.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pose.cpm.Sighting;
import pose.skeleton.Oks;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/**
 * Finds those who were looked at twice: two sightings near each other may be of one person, whom the network of poses then sees
 * in both. Of such poses the one with the highest score stays (suppression by object keypoint similarity; Papandreou et al.,
 * CVPR 2017, section 3.2).
 */
final class NearDuplicates {

    /** So alike are two poses of one person at least. */
    private static final double ALIKE = 0.5;

    /** What somebody covers of the square around them, roughly: about a quarter when upright. */
    private static final double COVERED = 0.25;

    private final Skeleton skeleton;
    private final List<Sighting> sightings;
    private final List<Pose> poses;

    private NearDuplicates(Skeleton skeleton, List<Sighting> sightings, List<Pose> poses) {
        this.skeleton = skeleton;
        this.sightings = sightings;
        this.poses = poses;
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

    private boolean areOne(int known, int candidate) {
        double extent = sightings.get(known).extent();
        return Oks.between(
                        skeleton,
                        poses.get(known).keypoints(),
                        poses.get(candidate).keypoints(),
                        COVERED * extent * extent)
                >= ALIKE;
    }
}
