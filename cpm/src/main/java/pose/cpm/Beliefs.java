package pose.cpm;

import java.util.Arrays;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.skeleton.Pose;

/** What a network believes of a batch of people after each of its stages. */
public final class Beliefs {

    private final Architecture architecture;
    private final CropBatch crops;
    private final List<float[]> stages;

    Beliefs(Architecture architecture, CropBatch crops, List<float[]> stages) {
        this.architecture = architecture;
        this.crops = crops;
        this.stages = List.copyOf(stages);
    }

    /** How many stages there are (T in the paper). */
    public int stages() {
        return stages.size();
    }

    /**
     * The poses after one stage.
     *
     * @param stage from 0
     * @return one a subject, in order, in source pixels
     */
    public List<Pose> poses(int stage) {
        return crops.decode(stages.get(stage));
    }

    /** The poses after each stage, the last one last. */
    public List<List<Pose>> posesByStage() {
        return stages.stream().map(crops::decode).toList();
    }

    /**
     * One belief map, over the subject's box.
     *
     * @param stage from 0
     * @param subject from 0, in the batch's order
     * @param part from 0; as many as there are parts is the background
     * @return M × M values in rows from the top
     */
    public float[] map(int stage, int subject, int part) {
        int cells = architecture.mapSize() * architecture.mapSize();
        int from = (subject * architecture.maps() + part) * cells;
        return Arrays.copyOfRange(stages.get(stage), from, from + cells);
    }

    /** Cells on a map's side (M). */
    public int mapSize() {
        return architecture.mapSize();
    }
}
