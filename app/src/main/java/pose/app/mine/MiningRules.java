package pose.app.mine;

/**
 * From where on a frame is worth somebody's time.
 *
 * @param maxScore a person's score up to which it is low, 0 to 1
 * @param minDisagreement the mean distance of another version's keypoints from which on they disagree, a share of the
 *     person's extent, 0 or more
 */
public record MiningRules(double maxScore, double minDisagreement) {

    /** One in eight of the people of Leeds Sports Pose Extended, whose parts are wrong half as often again as others'. */
    public static final double USUAL_SCORE = 0.5;

    /** A tenth of the person: about the length of a hand or a foot. */
    public static final double USUAL_DISAGREEMENT = 0.1;

    /** Labels themselves have such a limb in one of forty people; the bundled version's poses in one of six. */
    static final double LONG_LIMB = 2.5;

    /** Labels have so many joints doubled in one of two hundred people. */
    static final int DOUBLED_JOINTS = 2;

    /** Torso lengths a second, about 15 m/s: a hand that throws is about as fast. */
    static final double FASTEST = 30;

    public MiningRules {
        if (!(maxScore >= 0 && maxScore <= 1)) {
            throw new IllegalArgumentException("max-score is " + maxScore + "; allowed: 0 to 1");
        }
        if (!(minDisagreement >= 0)) {
            throw new IllegalArgumentException("min-disagreement is " + minDisagreement + "; allowed: 0 or more");
        }
    }
}
