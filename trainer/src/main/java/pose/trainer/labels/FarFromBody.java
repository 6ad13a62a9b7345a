package pose.trainer.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import pose.skeleton.Point;

/** Parts further from the middle of the person's other parts than such parts are of others. */
final class FarFromBody implements LabelTest {

    /** Torso lengths that are believable anywhere: a stretched arm's or leg's reach. */
    private static final double BELIEVABLE = 2;

    /** Fewer other parts have no middle worth the name. */
    private static final int FEWEST_OTHERS = 4;

    @Override
    public List<Suspicion> suspicions(List<Evidence> everybody) {
        List<Suspicion> found = new ArrayList<>();
        int parts = everybody.isEmpty() ? 0 : everybody.get(0).person().parts().size();
        for (int p = 0; p < parts; p++) {
            int part = p;
            Fence fence = Fence.of(
                    everybody.stream()
                            .map(person -> distance(person, part))
                            .flatMapToDouble(OptionalDouble::stream)
                            .toArray(),
                    BELIEVABLE);
            for (Evidence person : everybody) {
                distance(person, part).ifPresent(distance -> {
                    if (fence.score(distance) > 1) {
                        found.add(new Suspicion(
                                person.person(), List.of(part), SuspicionReason.FAR, fence.score(distance)));
                    }
                });
            }
        }
        return found;
    }

    private static OptionalDouble distance(Evidence person, int part) {
        List<Point> others = IntStream.range(0, person.person().parts().size())
                .filter(p -> p != part)
                .mapToObj(person::label)
                .flatMap(java.util.Optional::stream)
                .toList();
        if (person.label(part).isEmpty() || others.size() < FEWEST_OTHERS) {
            return OptionalDouble.empty();
        }
        Point middle = new Point(
                Numbers.median(others.stream().mapToDouble(Point::x).toArray()),
                Numbers.median(others.stream().mapToDouble(Point::y).toArray()));
        return OptionalDouble.of(person.distance(middle, person.label(part).orElseThrow()));
    }
}
