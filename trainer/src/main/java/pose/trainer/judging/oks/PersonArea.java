package pose.trainer.judging.oks;

import pose.skeleton.Box;

/** What a person covers, where labels do not say it. */
public final class PersonArea {

    /**
     * How much of a person's box their outline fills in COCO, on average; where there are only boxes, CrowdPose (Li et al., CVPR
     * 2019) is evaluated by it.
     */
    private static final double SHARE_OF_BOX = 0.53;

    private PersonArea() {}

    /** Square pixels, by the box around the person. */
    public static double of(Box box) {
        return SHARE_OF_BOX * box.width() * box.height();
    }
}
