package pose.trainer.annotation;

/** Whether a part is labelled and seen. */
public enum Sight {
    /** Not labelled; a place that comes with it is a guess. */
    UNLABELLED(0),

    /** Labelled, but hidden behind something. */
    HIDDEN(1),

    /** Labelled and seen. */
    SEEN(2);

    private final int v;

    Sight(int v) {
        this.v = v;
    }

    /** COCO's v. */
    int v() {
        return v;
    }

    /** What COCO's v says: 0, 1 or 2. */
    static Sight of(int v) {
        return switch (v) {
            case 0 -> UNLABELLED;
            case 1 -> HIDDEN;
            case 2 -> SEEN;
            default -> throw new IllegalArgumentException("v is " + v + "; expected 0, 1 or 2");
        };
    }
}
