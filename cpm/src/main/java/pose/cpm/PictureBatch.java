package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;
import pose.skeleton.Point;

/**
 * Whole pictures on their way into a locator's network, each with a place of its own where the engine will read it. One thread
 * adds and, when every place is written, finds; places may be written by several threads at a time.
 */
public final class PictureBatch implements AutoCloseable {

    private final LoadedNetworks networks;
    private final double leastScore;
    private final InputRoom room;
    private final List<Place> places = new ArrayList<>();

    PictureBatch(LoadedNetworks networks, double leastScore, int room) {
        this.networks = networks;
        this.leastScore = leastScore;
        this.room = new InputRoom(networks.architecture(), networks.borrow(), room);
    }

    /** A place in front of the network. */
    public static final class Place {

        private final Size input;
        private final FloatBuffer values;
        private volatile @Nullable Size picture;

        private Place(Size input, FloatBuffer values) {
            this.input = input;
            this.values = values;
        }

        /** Writes the whole picture, of whatever size, as the network sees it. */
        public void write(DecodedPicture shown) {
            Size size = new Size(shown.width(), shown.height());
            Crop.letterbox(size, input).write(shown, values.duplicate());
            picture = size;
        }

        void write(Picture shown) {
            Size size = new Size(shown.width(), shown.height());
            Crop.letterbox(size, input).write(shown, values.duplicate());
            picture = size;
        }
    }

    /** Makes a place for one picture. */
    public Place add() {
        Place place = new Place(networks.architecture().input(), room.add());
        places.add(place);
        return place;
    }

    /** How many pictures were added. */
    public int size() {
        return places.size();
    }

    /**
     * Runs the network on a device that is free.
     *
     * @param most people in a picture, at least 0: those with the highest scores
     * @return the people in each picture, faint ones too, in the order of adding, the highest score first, in source pixels; in a place that was
     *     never written there is nobody
     */
    public List<List<Sighting>> find(int most) {
        if (places.isEmpty()) {
            return List.of();
        }
        Architecture architecture = networks.architecture();
        SightingCodec codec = SightingCodec.of(architecture);
        float[] maps = networks.maps(room.all(), places.size());
        List<List<Sighting>> found = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            Size picture = places.get(i).picture;
            found.add(picture == null ? List.of() : sightings(codec, maps, i, picture, most));
        }
        return List.copyOf(found);
    }

    private List<Sighting> sightings(SightingCodec codec, float[] maps, int index, Size picture, int most) {
        Crop letterbox = Crop.letterbox(picture, networks.architecture().input());
        // What is seen in the grey beside the picture must not push out who is in it.
        return codec.decode(maps, index * codec.values(), leastScore, Integer.MAX_VALUE).stream()
                .map(letterbox::toSource)
                .filter(sighting -> isIn(picture, sighting.centre(), codec.cell() / letterbox.scale()))
                .limit(most)
                .toList();
    }

    /** Whether a point is in the picture, or beyond its border by less than a cell. */
    private static boolean isIn(Size picture, Point point, double cell) {
        return point.x() > -cell
                && point.y() > -cell
                && point.x() < picture.width() - 1 + cell
                && point.y() < picture.height() - 1 + cell;
    }

    /** Gives the room back. */
    @Override
    public void close() {
        networks.giveBack(room.input());
    }
}
