package pose.trainer.judging.oks;

/** COCO's sizes of people: by the area that they cover, in square pixels, both ends included. There is no small one. */
public enum AreaRange {
    ALL(0, 1e10),
    MEDIUM(32 * 32, 96 * 96),
    LARGE(96 * 96, 1e10);

    private final double least;
    private final double most;

    AreaRange(double least, double most) {
        this.least = least;
        this.most = most;
    }

    boolean has(double area) {
        return area >= least && area <= most;
    }
}
