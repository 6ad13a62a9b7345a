package pose.e2e.process;

import java.time.Duration;

/** How long is waited for what must come: longer costs nothing where it comes, and a machine may do other things too. */
public final class Patience {

    public static final Duration LONGEST = Duration.ofMinutes(4);

    private Patience() {}
}
