package pose.app.replay;

/**
 * What is to be replayed and how.
 *
 * @param passes how many times, at least 1
 */
public record ReplayPlan(Material material, ReplaySpeed speed, int passes, Look look) {

    public ReplayPlan {
        if (passes < 1) {
            throw new IllegalArgumentException("passes is " + passes + "; it must be at least 1");
        }
    }
}
