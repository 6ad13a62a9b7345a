package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;

/** A batch of subjects on both sides of the network: their crops on the way in, their belief maps on the way out. */
public final class CropBatch {

    private final Architecture architecture;
    private final List<Box> boxes;
    private final List<Subject> subjects;
    private final List<Crop> crops;

    public CropBatch(Architecture architecture, List<Subject> subjects) {
        this(architecture, subjects.stream().map(Subject::box).toList(), List.copyOf(subjects));
    }

    private CropBatch(Architecture architecture, List<Box> boxes, List<Subject> subjects) {
        this.architecture = architecture;
        this.boxes = List.copyOf(boxes);
        this.subjects = subjects;
        crops = boxes.stream()
                .map(box -> Crop.of(box, architecture.inputSize()))
                .toList();
    }

    /** The way out alone, for people whose crops are written already. */
    static CropBatch around(Architecture architecture, List<Box> boxes) {
        return new CropBatch(architecture, boxes, List.of());
    }

    /** Values that a batch of pictures has in front of a network: N×3×H×W. */
    public static int values(Architecture architecture, int batch) {
        return Math.multiplyExact(batch, architecture.inputValues());
    }

    /** Writes every crop as the network sees it, see {@link Crop#write}. */
    public void write(FloatBuffer into) {
        for (int i = 0; i < subjects.size(); i++) {
            crops.get(i).write(subjects.get(i).picture(), into);
        }
    }

    /** How many people there are. */
    int size() {
        return boxes.size();
    }

    /**
     * Reads poses off the belief maps of one stage.
     *
     * @param maps N×(P+1)×M×M
     * @return one pose a subject, in order, in source pixels
     */
    public List<Pose> decode(float[] maps) {
        BeliefMapCodec codec = BeliefMapCodec.of(architecture);
        List<Pose> poses = new ArrayList<>(crops.size());
        for (int i = 0; i < crops.size(); i++) {
            int offset = i * architecture.maps() * codec.cells();
            poses.add(pose(i, codec.decode(maps, offset, architecture.parts())));
        }
        return poses;
    }

    private Pose pose(int index, List<Keypoint> inInput) {
        List<Keypoint> keypoints = new ArrayList<>(inInput.size());
        double sum = 0;
        for (Keypoint k : inInput) {
            Point source = crops.get(index).toSource(k.point());
            keypoints.add(new Keypoint(source.x(), source.y(), k.score()));
            sum += k.score();
        }
        return new Pose(boxes.get(index), sum / inInput.size(), keypoints);
    }
}
