package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import pose.cpm.TestTimeViews.View;
import pose.cpm.network.Architecture;
import pose.skeleton.Skeleton;

/**
 * Looks at people in several views and merges what it believes of them, stage by stage. One plain view gives the same
 * poses as {@link PoseEstimator}. Not for several threads at a time.
 */
public final class TestTimeEstimator {

    private final Network network;
    private final Skeleton skeleton;
    private final TestTimeViews views;
    private final InputBuffer input = new InputBuffer();

    /**
     * An estimator over a network that somebody else closes.
     *
     * @param skeleton of the network's parts; says what left and right are
     */
    public TestTimeEstimator(Network network, Skeleton skeleton, TestTimeViews views) {
        if (skeleton.size() != network.architecture().parts()) {
            throw new IllegalArgumentException("skeleton " + skeleton.name() + " has " + skeleton.size()
                    + " parts; the network has " + network.architecture().parts());
        }
        this.network = network;
        this.skeleton = skeleton;
        this.views = views;
    }

    /**
     * Looks at people, each in its own picture and box.
     *
     * @param batch at least one
     * @return merged over the views, in the frame of each subject's own box
     */
    public Beliefs look(List<Subject> batch) {
        Architecture architecture = network.architecture();
        List<BeliefMerger> stages = new ArrayList<>();
        for (int t = 0; t < architecture.stages(); t++) {
            stages.add(new BeliefMerger(batch.size(), architecture.mapSize(), skeleton.mirror()));
        }
        FloatBuffer pictures = input.of(architecture, batch.size());
        for (View view : views.views()) {
            for (Subject subject : batch) {
                Crop.of(subject.box().square(view.scale()), architecture.inputSize(), view.mirrored())
                        .write(subject.picture(), pictures);
            }
            List<float[]> maps = network.beliefs(pictures.flip(), batch.size());
            pictures.clear();
            for (int t = 0; t < stages.size(); t++) {
                stages.get(t).add(view, maps.get(t));
            }
        }
        return new Beliefs(
                architecture,
                new CropBatch(architecture, batch),
                stages.stream().map(BeliefMerger::mean).toList());
    }
}
