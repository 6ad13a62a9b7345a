package pose.trainer.crowd;

/** How much of a picture is put onto a canvas, pixel by pixel. */
@FunctionalInterface
interface Mask {

    /** Everything. */
    Mask ALL = (x, y) -> 1;

    /** The share of the picture at this of its points that is seen, 0 to 1. */
    double at(double x, double y);
}
