package pose.track;

import java.util.List;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** A region of the body whose colour tells people apart: shares of the ways from part to part, as of hip to knee. */
enum BodyRegion {
    HAIR(0.75, 1, "neck-head_top"),
    FACE(0.3, 0.6, "neck-head_top"),
    CHEST(0.15, 0.45, "r_shoulder-r_hip l_shoulder-l_hip r_shoulder-l_hip l_shoulder-r_hip"),
    BELLY(0.5, 0.8, "r_shoulder-r_hip l_shoulder-l_hip r_shoulder-l_hip l_shoulder-r_hip"),
    UPPER_ARM(0.2, 0.8, "r_shoulder-r_elbow l_shoulder-l_elbow"),
    FOREARM(0.2, 0.8, "r_elbow-r_wrist l_elbow-l_wrist"),
    HIP(0.05, 0.4, "r_hip-r_knee l_hip-l_knee"),
    KNEE(0.55, 0.9, "r_hip-r_knee l_hip-l_knee"),
    CALF(0.15, 0.5, "r_knee-r_ankle l_knee-l_ankle"),
    ANKLE(0.55, 0.9, "r_knee-r_ankle l_knee-l_ankle");

    private static final BodyRegion[] ALL = values();

    private static final List<List<Way>> LSP14 = waysIn(Skeleton.LSP14);

    private final double from;
    private final double to;
    private final String ways;

    BodyRegion(double from, double to, String ways) {
        this.from = from;
        this.to = to;
        this.ways = ways;
    }

    /** A way between two parts of a skeleton. */
    record Way(int begin, int end, double from, double to) {

        /** @param share 0 where the region begins, 1 where it ends */
        Point at(List<Keypoint> keypoints, double share) {
            Keypoint a = keypoints.get(begin);
            Keypoint b = keypoints.get(end);
            double t = from + share * (to - from);
            return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
        }

        /** The lesser score of both parts. */
        double score(List<Keypoint> keypoints) {
            return Math.min(keypoints.get(begin).score(), keypoints.get(end).score());
        }
    }

    /** Each region's ways in a skeleton, in the order of the regions; none where it lacks the parts. */
    static List<List<Way>> ways(Skeleton skeleton) {
        return skeleton.equals(Skeleton.LSP14) ? LSP14 : waysIn(skeleton);
    }

    private static List<List<Way>> waysIn(Skeleton skeleton) {
        return List.of(ALL).stream().map(region -> region.waysOf(skeleton)).toList();
    }

    private List<Way> waysOf(Skeleton skeleton) {
        return List.of(ways.split(" ")).stream()
                .map(way -> way.split("-"))
                .map(parts -> new Way(
                        skeleton.parts().indexOf(parts[0]), skeleton.parts().indexOf(parts[1]), from, to))
                .filter(way -> way.begin() >= 0 && way.end() >= 0)
                .toList();
    }
}
