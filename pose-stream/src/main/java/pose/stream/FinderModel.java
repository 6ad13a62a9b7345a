package pose.stream;

import java.util.List;
import pose.cpm.Sighting;

/** A locator that is loaded. */
interface FinderModel extends LoadedNetwork {

    /** Begins a batch; room for so many pictures is made, more may come. */
    Pictures begin(int room);

    /** From which score on whoever it finds is somebody; others are faint. */
    double leastScore();

    /** Pictures of one batch. One thread adds and finds; places may be written by others. */
    interface Pictures extends AutoCloseable {

        /** Makes a place for a whole picture. */
        PoseModel.Place add();

        /** Who is in each picture, in the order of adding. */
        List<List<Sighting>> find();

        @Override
        void close();
    }
}
