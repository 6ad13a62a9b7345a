package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * Cuts a person out along their limbs: capsules around the lines of the skeleton, as thick as bodies are, with a soft edge.
 * Little of what was around them comes along, which nobody labelled.
 */
final class LimbMask implements Mask {

    /** Radii as shares of the torso's length. */
    private static final double LIMB = 0.17;

    private static final double TRUNK = 0.3;
    private static final double HEAD = 0.28;
    private static final double HAND_OR_FOOT = 0.25;
    /** A torso seen from the end is short; bodies are not so thin for that. */
    private static final double LEAST_TORSO = 0.22;

    private final double[] shapes;
    private final double soft;

    /**
     * @param extent the longer side of the box around the parts
     * @param grown what every radius is multiplied by
     * @param softness width of the edge as a share of the torso's length, more than 0
     */
    LimbMask(Skeleton skeleton, List<Optional<Point>> parts, double extent, double grown, double softness) {
        double torso = Math.max(LEAST_TORSO * extent, torso(skeleton, parts));
        List<double[]> capsules = new ArrayList<>();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            capsule(parts, limb.from(), limb.to(), radius(skeleton, limb) * torso * grown, capsules);
        }
        for (String side : List.of("l_", "r_")) {
            capsule(
                    parts,
                    skeleton.parts().indexOf(side + "shoulder"),
                    skeleton.parts().indexOf(side + "hip"),
                    TRUNK * torso * grown,
                    capsules);
            for (String end : List.of("wrist", "ankle")) {
                int part = skeleton.parts().indexOf(side + end);
                capsule(parts, part, part, HAND_OR_FOOT * torso * grown, capsules);
            }
        }
        shapes = capsules.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
        soft = Math.max(1, softness * torso);
    }

    private static double torso(Skeleton skeleton, List<Optional<Point>> parts) {
        Optional<Point> from = parts.get(skeleton.torso().from());
        Optional<Point> to = parts.get(skeleton.torso().to());
        return from.isPresent() && to.isPresent() ? from.get().distanceTo(to.get()) : 0;
    }

    private static double radius(Skeleton skeleton, Skeleton.Limb limb) {
        String one = skeleton.parts().get(limb.from());
        String other = skeleton.parts().get(limb.to());
        if (isHead(one) || isHead(other)) {
            return HEAD;
        }
        return isTrunk(one) && isTrunk(other) ? TRUNK : LIMB;
    }

    private static boolean isHead(String part) {
        return part.contains("head") || part.contains("nose") || part.contains("eye");
    }

    private static boolean isTrunk(String part) {
        return part.endsWith("hip")
                || part.endsWith("shoulder")
                || part.contains("neck")
                || part.equals("thorax")
                || part.equals("pelvis");
    }

    private static void capsule(List<Optional<Point>> parts, int from, int to, double radius, List<double[]> capsules) {
        if (from >= 0 && to >= 0 && parts.get(from).isPresent() && parts.get(to).isPresent()) {
            Point a = parts.get(from).get();
            Point b = parts.get(to).get();
            capsules.add(new double[] {a.x(), a.y(), b.x() - a.x(), b.y() - a.y(), radius});
        }
    }

    /** The same shape somewhere else: its box's corner moved from one place to another, all of it scaled. */
    Mask movedTo(Box from, Box to) {
        double scale = from.width() / Math.max(1e-9, to.width());
        return (x, y) -> at(from.x() + (x - to.x()) * scale, from.y() + (y - to.y()) * scale);
    }

    @Override
    public double at(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < shapes.length; i += 5) {
            double px = x - shapes[i];
            double py = y - shapes[i + 1];
            double dx = shapes[i + 2];
            double dy = shapes[i + 3];
            double squared = dx * dx + dy * dy;
            double along = squared == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
            nearest = Math.min(nearest, Math.hypot(px - along * dx, py - along * dy) - shapes[i + 4]);
        }
        return Math.max(0, Math.min(1, 0.5 - nearest / soft));
    }
}
