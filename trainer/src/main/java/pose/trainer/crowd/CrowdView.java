package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Box;

/** A picture as a locator's network sees it, and who is where in that. */
public final class CrowdView {

    private final float[] planes;
    private final Crowd crowd;

    CrowdView(float[] planes, Crowd crowd) {
        this.planes = planes;
        this.crowd = crowd;
    }

    /** 3×H×W values from −0.5 to 0.5; not a copy. */
    public float[] planes() {
        return planes;
    }

    /** Everybody to be found, in input pixels. */
    public List<Box> people() {
        return crowd.people();
    }

    /** Where there may be people who are not among {@link #people}. */
    public List<Box> unknown() {
        List<Box> unknown = new ArrayList<>(crowd.unclear());
        unknown.addAll(Boxes.beside(Crowd.whole(crowd.picture()), crowd.labelled()));
        return unknown;
    }

    /** The whole of it: the picture as bytes, and boxes in input pixels. */
    public Crowd crowd() {
        return crowd;
    }
}
