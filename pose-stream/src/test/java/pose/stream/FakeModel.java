package pose.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

/** Every part in the corner of the subject's box. */
final class FakeModel implements PoseModel {

    private final String version;

    @Nullable
    RuntimeException failure;

    final AtomicInteger written = new AtomicInteger();
    /** How many further calls fail. */
    int failures;

    int calls;
    int closedBatches;
    boolean closed;

    FakeModel(String version) {
        this.version = version;
    }

    static LiveModel live(FakeModel first, PersonLocator locator) {
        return LiveModel.of(
                new LoadedModel(first, locator),
                new ModelLoader(locator, EngineName.AUTO, List.of(ComputeDevice.CPU)),
                2);
    }

    LoadedModel loaded() {
        return new LoadedModel(this, PersonLocator.WHOLE_IMAGE);
    }

    @Override
    public People begin(int room) {
        return new FakePeople();
    }

    private final class FakePeople implements People {

        private final List<Box> boxes = new ArrayList<>();

        @Override
        public Place add(Box box) {
            boxes.add(box);
            return picture -> written.incrementAndGet();
        }

        @Override
        public List<Pose> estimate() {
            if (boxes.isEmpty()) {
                return List.of();
            }
            calls++;
            if (failure != null) {
                throw failure;
            }
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("a hiccup");
            }
            return boxes.stream()
                    .map(box -> new Pose(box, 1, Collections.nCopies(14, new Keypoint(box.x(), box.y(), 1))))
                    .toList();
        }

        @Override
        public void close() {
            closedBatches++;
        }
    }

    @Override
    public int devices() {
        return 1;
    }

    @Override
    public void probe() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String skeleton() {
        return "lsp14";
    }

    @Override
    public WeightsRef weights() {
        return new WeightsRef("fake", version, "00");
    }

    @Override
    public void close() {
        closed = true;
    }
}
