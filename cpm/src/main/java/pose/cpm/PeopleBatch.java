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

    private final LoadedNetworks networks;
    private final InputRoom room;
    private final List<Box> boxes = new ArrayList<>();

    PeopleBatch(LoadedNetworks networks, int room) {
        this.networks = networks;
        this.room = new InputRoom(networks.architecture(), networks.borrow(), room);
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

        /**
         * What was written there: the colour at a place of the picture, as the network sees it, to the nearest pixel.
         *
         * @param x,y source pixels
         * @return 0xRRGGBB; −1 beyond the crop
         */
        public int colourAt(double x, double y) {
            return crop.colourAt(x, y, values);
        }
    }

    /** Makes a place for one person, the square around whom is this box in source pixels. */
    public Place add(Box box) {
        boxes.add(box);
        return new Place(Crop.of(box, networks.architecture().inputSize()), room.add());
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
        Architecture architecture = networks.architecture();
        return CropBatch.around(architecture, boxes).decode(networks.maps(room.all(), boxes.size()));
    }

    /** Gives the room back. */
    @Override
    public void close() {
        networks.giveBack(room.input());
    }
}
