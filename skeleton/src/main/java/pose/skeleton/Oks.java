package pose.skeleton;

import java.util.List;

/**
 * Object keypoint similarity: how alike two poses are, from 0 to 1, where each part's distance counts by how well people agree on
 * where that part is, and by how large the person is (COCO's keypoint evaluation; Ronchi and Perona, ICCV 2017).
 */
public final class Oks {

    private Oks() {}

    /**
     * The mean over all parts of exp(−d² / (2 area k²)), k being twice the part's {@link #sigma}.
     *
     * @param area what the person covers, square pixels, more than 0
     * @throws IllegalArgumentException where a pose has not one keypoint a part, or the area is not more than 0
     */
    public static double between(Skeleton skeleton, List<Keypoint> first, List<Keypoint> second, double area) {
        if (first.size() != skeleton.size() || second.size() != skeleton.size()) {
            throw new IllegalArgumentException("poses of " + first.size() + " and " + second.size()
                    + " parts; skeleton " + skeleton.name() + " has " + skeleton.size());
        }
        if (!(area > 0)) {
            throw new IllegalArgumentException("area is " + area + "; it must be more than 0 square pixels");
        }
        double sum = 0;
        for (int part = 0; part < first.size(); part++) {
            double dx = first.get(part).x() - second.get(part).x();
            double dy = first.get(part).y() - second.get(part).y();
            double k = 2 * sigma(skeleton.parts().get(part));
            sum += Math.exp(-(dx * dx + dy * dy) / (2 * area * k * k));
        }
        return sum / first.size();
    }

    /**
     * How far people who label a part are apart, as a share of the person's size (the square root of its area): COCO's
     * figures for its 17 keypoints; for head top and neck those that CrowdPose (Li et al., CVPR 2019) evaluates with, and
     * for what the trunk has beside them the nearest joint's.
     *
     * @param part as skeletons name it, e.g. {@code l_wrist}
     * @throws IllegalArgumentException where no skeleton of this project has such a part
     */
    public static double sigma(String part) {
        String joint = part.startsWith("l_") || part.startsWith("r_") ? part.substring(2) : part;
        return switch (joint) {
            case "nose" -> 0.026;
            case "eye" -> 0.025;
            case "ear" -> 0.035;
            case "shoulder", "neck", "head_top", "upper_neck", "thorax" -> 0.079;
            case "elbow" -> 0.072;
            case "wrist" -> 0.062;
            case "hip", "pelvis", "centre" -> 0.107;
            case "knee" -> 0.087;
            case "ankle" -> 0.089;
            default -> throw new IllegalArgumentException("part '" + part + "' has no known sigma");
        };
    }
}
