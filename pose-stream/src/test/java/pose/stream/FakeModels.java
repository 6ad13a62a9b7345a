package pose.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

/** Loaded models that answer what a test says, for tests in other packages. */
public final class FakeModels {

    private FakeModels() {}

    /**
     * A model that answers the n-th person it is ever shown by a function of n.
     *
     * @param closed becomes true when it is freed
     */
    public static LoadedModel answering(
            WeightsRef weights, String skeleton, Function<Integer, List<Keypoint>> answer, AtomicBoolean closed) {
        return new LoadedModel(new Answering(weights, skeleton, answer, closed), PersonLocator.WHOLE_IMAGE);
    }

    /** A live model that began with this one. */
    public static LiveModel live(LoadedModel first) {
        return LiveModel.of(
                first, new ModelLoader(PersonLocator.WHOLE_IMAGE, EngineName.AUTO, List.of(ComputeDevice.CPU)), 1);
    }

    /** Which version looks at a camera's next frame. */
    public static String versionFor(LiveModel live, String camera) {
        byte[] jpeg = LiveModelTest.jpeg(64, 48);
        try (FrameBatch batch = live.prepare(List.of(Frames.of(camera, 0, jpeg)))) {
            return ((Inferred) batch.infer().get(0)).weights().getVersion();
        }
    }

    private record Answering(
            WeightsRef weights, String skeleton, Function<Integer, List<Keypoint>> answer, AtomicBoolean closed)
            implements PoseModel {

        @Override
        public People begin(int room) {
            List<Box> boxes = new ArrayList<>();
            return new People() {
                @Override
                public Place add(Box box) {
                    boxes.add(box);
                    return picture -> {};
                }

                @Override
                public List<Pose> estimate() {
                    List<Pose> poses = new ArrayList<>();
                    for (int i = 0; i < boxes.size(); i++) {
                        poses.add(new Pose(boxes.get(i), 1, answer.apply(i)));
                    }
                    return poses;
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
        public void close() {
            closed.set(true);
        }
    }
}
