package pose.stream;

import java.util.List;
import pose.cpm.DecodedPicture;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** One loaded weights version, on one device or several. */
interface PoseModel extends AutoCloseable {

    /** Begins a batch; room for so many people is made, more may come. */
    People begin(int room);

    /** How many batches can be estimated at the same time. */
    int devices();

    /** Returns where the engine still answers; else throws what it throws. */
    void probe();

    /** The name of the skeleton that poses follow. */
    String skeleton();

    WeightsRef weights();

    @Override
    void close();

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
    }
}
