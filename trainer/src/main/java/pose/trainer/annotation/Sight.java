package pose.trainer.annotation;

/** Whether a part is labelled and seen; COCO's v is its ordinal. */
public enum Sight {
    /** Not labelled; a place that comes with it is a guess. */
    UNLABELLED,

    /** Labelled, but hidden behind something. */
    HIDDEN,

    /** Labelled and seen. */
    SEEN
}
