package pose.trainer.crowd;

import pose.skeleton.Box;

/**
 * Cuts a box out, with a soft edge.
 *
 * @param box what is seen
 * @param soft width of the edge in pixels, more than 0
 */
record BoxMask(Box box, double soft) implements Mask {

    @Override
    public double at(double x, double y) {
        double outside = Math.max(
                Math.max(box.x() - x, x - box.x() - box.width()), Math.max(box.y() - y, y - box.y() - box.height()));
        return Math.max(0, Math.min(1, 0.5 - outside / soft));
    }
}
