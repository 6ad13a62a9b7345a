package pose.stream.trial;

/** What a share may be. */
final class Share {

    private Share() {}

    static void require(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + "; it must be from 0 to 1");
        }
    }
}
