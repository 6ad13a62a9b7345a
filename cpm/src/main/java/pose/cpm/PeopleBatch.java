package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/**
 * People on their way into the network, each cropped into a place of its own where the engine will read it. One thread
 * adds and, when every place is written, estimates; places may be written by several threads at a time.
 */
public final class PeopleBatch implements AutoCloseable {

    private final PoseEstimator estimator;
    private final Architecture architecture;
    private final InputBuffer input;
    private final int room;
    private final List<Box> boxes = new ArrayList<>();
    /** For people beyond the room that was asked for: rare, so they are moved behind the others at the end. */
    private final List<FloatBuffer> beyond = new ArrayList<>();

    PeopleBatch(PoseEstimator estimator, Architecture architecture, InputBuffer input, int room) {
        this.estimator = estimator;
        this.architecture = architecture;
        this.input = input;
        this.room = room;
        input.of(architecture, room);
    }

    /** A place in front of the network. */
    public static final class Place {

        private final Crop crop;
        private final FloatBuffer values;

        private Place(Crop crop, FloatBuffer values) {
            this.crop = crop;
            this.values = values;
        }

        /** Writes the crop of a picture as the network sees it. */
        public void write(DecodedPicture picture) {
            crop.write(picture, values.duplicate());
        }
    }

    /** Makes a place for one person, the square around whom is this box in source pixels. */
    public Place add(Box box) {
        int size = CropBatch.values(architecture, 1);
        int index = boxes.size();
        boxes.add(box);
        Crop crop = Crop.of(box, architecture.inputSize());
        if (index < room) {
            return new Place(crop, input.of(architecture, room).slice(index * size, size));
        }
        FloatBuffer own = FloatBuffer.allocate(size);
        beyond.add(own);
        return new Place(crop, own);
    }

    /** How many people were added. */
    public int size() {
        return boxes.size();
    }

    /**
     * Runs the network on a device that is free; a place that was never written gives a pose of no meaning.
     *
     * @return a pose each, in the order of adding, in source pixels
     */
    public List<Pose> estimate() {
        if (boxes.isEmpty()) {
            return List.of();
        }
        return estimator.estimate(CropBatch.around(architecture, boxes), pictures());
    }

    private FloatBuffer pictures() {
        if (beyond.isEmpty()) {
            return input.of(architecture, boxes.size());
        }
        FloatBuffer all = new InputBuffer().of(architecture, boxes.size());
        all.put(input.of(architecture, room));
        beyond.forEach(own -> all.put(own.duplicate()));
        return all.flip();
    }

    /** Gives the room back. */
    @Override
    public void close() {
        estimator.giveBack(input);
    }
}
