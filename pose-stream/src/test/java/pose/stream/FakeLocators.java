package pose.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import pose.cpm.Sighting;
import pose.schema.WeightsRef;
import pose.skeleton.Skeleton;

/** Loaded locators that answer what a test says, for tests in other packages too. */
public final class FakeLocators {

    private FakeLocators() {}

    /**
     * A locator that answers the n-th picture of a batch by a function of n.
     *
     * @param closed becomes true when it is freed
     */
    public static LoadedLocator answering(
            WeightsRef weights, IntFunction<List<Sighting>> answer, AtomicBoolean closed) {
        return new LoadedLocator(new Answering(weights, answer, closed));
    }

    private record Answering(WeightsRef weights, IntFunction<List<Sighting>> answer, AtomicBoolean closed)
            implements FinderModel {

        @Override
        public double leastScore() {
            return 0;
        }

        @Override
        public Pictures begin(int room) {
            List<Integer> places = new ArrayList<>();
            return new Pictures() {
                @Override
                public PoseModel.Place add() {
                    places.add(places.size());
                    return picture -> {};
                }

                @Override
                public List<List<Sighting>> find() {
                    return places.stream().map(answer::apply).toList();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public int devices() {
            return 1;
        }

        @Override
        public void probe() {}

        @Override
        public String skeleton() {
            return Skeleton.CENTRE.name();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
