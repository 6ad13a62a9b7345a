package pose.stream.trial;

/** What a share may be. */
final class Share {

    private Share() {}

    /** Whether it is a number from 0 to 1. */
    static boolean isOne(double share) {
        return share >= 0 && share <= 1;
    }

    static void require(double share) {
        if (!isOne(share)) {
            throw new IllegalArgumentException("share is " + share + "; it must be from 0 to 1");
        }
    }
}
