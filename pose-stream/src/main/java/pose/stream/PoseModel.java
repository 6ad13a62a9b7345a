package pose.stream;

import java.util.List;
import pose.cpm.DecodedPicture;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** A network of poses that is loaded. */
interface PoseModel extends LoadedNetwork {

    /** Begins a batch; room for so many people is made, more may come. */
    People begin(int room);

    /** People of one batch. One thread adds and estimates; places may be written by others. */
    interface People extends AutoCloseable {

        /** Makes a place for whoever is in this square of source pixels. */
        Place add(Box box);

        /** One pose a person, in the order of adding. */
        List<Pose> estimate();

        @Override
        void close();
    }

    /** Where one person's picture goes. */
    @FunctionalInterface
    interface Place {
        void write(DecodedPicture picture);

        /**
         * What was written there: the colour at a place of the picture, until the batch is closed.
         *
         * @param x,y source pixels
         * @return 0xRRGGBB; below 0 beyond what was written, or where nobody kept it
         */
        default int colourAt(double x, double y) {
            return -1;
        }
    }
}
