package pose.trainer.crowd.judging;

import java.util.List;
import pose.cpm.Picture;
import pose.cpm.Sighting;

/** What is judged. */
@FunctionalInterface
public interface Finder {

    /** Who is in each of these pictures, in its pixels; also those hardly believed in, for every score is judged. */
    List<List<Sighting>> find(List<Picture> pictures);
}
