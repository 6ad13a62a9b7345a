package pose.trainer.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * Shoulders and hips that face opposite ways: left and right are swapped at one of the two. Seen along the trunk's own
 * axis, so that people from behind, lying or upside down are as good as any: their shoulders and hips still agree. A twist
 * makes lines short before it turns them, so only lines count that are about as long as such lines usually are.
 */
final class CrossedTrunk implements LabelTest {

    /** Share of the usual breadth, to the wrong side, that a twist or a careless label explains. */
    private static final double BELIEVABLE = 0.4;

    /** Torso lengths: a trunk shorter in the picture points at the camera, and has no sides to speak of. */
    private static final double SHORTEST_TRUNK = 0.4;

    private final List<String> needed = List.of("r_shoulder", "l_shoulder", "r_hip", "l_hip");
    private final Skeleton skeleton;

    CrossedTrunk(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** Breadths along the trunk's normal in torso lengths, from right to left: of one sign where they agree. */
    private record Breadths(Evidence person, double shoulders, double hips) {}

    @Override
    public List<Suspicion> suspicions(List<Evidence> everybody) {
        if (!skeleton.parts().containsAll(needed)) {
            return List.of();
        }
        List<Breadths> all =
                everybody.stream().map(this::breadths).flatMap(Optional::stream).toList();
        double shoulders = usual(all.stream().mapToDouble(Breadths::shoulders).toArray());
        double hips = usual(all.stream().mapToDouble(Breadths::hips).toArray());
        List<Suspicion> found = new ArrayList<>();
        for (Breadths b : all) {
            double crossing = Math.min(Math.abs(b.shoulders()) / shoulders, Math.abs(b.hips()) / hips);
            double score = crossing / BELIEVABLE;
            if (b.shoulders() * b.hips() < 0 && score > 1) {
                found.add(new Suspicion(
                        b.person().person(),
                        needed.stream().map(skeleton::indexOf).toList(),
                        SuspicionReason.CROSSED,
                        score));
            }
        }
        return found;
    }

    private Optional<Breadths> breadths(Evidence person) {
        List<Point> p = needed.stream()
                .map(part -> person.label(skeleton.indexOf(part)))
                .flatMap(Optional::stream)
                .toList();
        if (p.size() < needed.size()) {
            return Optional.empty();
        }
        double axisX = (p.get(2).x() + p.get(3).x() - p.get(0).x() - p.get(1).x()) / 2;
        double axisY = (p.get(2).y() + p.get(3).y() - p.get(0).y() - p.get(1).y()) / 2;
        double trunk = Math.hypot(axisX, axisY);
        if (trunk / person.size() < SHORTEST_TRUNK) {
            return Optional.empty();
        }
        double nx = -axisY / trunk / person.size();
        double ny = axisX / trunk / person.size();
        double shoulders =
                (p.get(1).x() - p.get(0).x()) * nx + (p.get(1).y() - p.get(0).y()) * ny;
        double hips =
                (p.get(3).x() - p.get(2).x()) * nx + (p.get(3).y() - p.get(2).y()) * ny;
        return Optional.of(new Breadths(person, shoulders, hips));
    }

    private static double usual(double[] breadths) {
        double median =
                Numbers.median(java.util.Arrays.stream(breadths).map(Math::abs).toArray());
        return median > 0 ? median : 1;
    }
}
