package pose.cpm.bench;

import java.time.Duration;
import java.util.List;

/**
 * Gives works their turns: one each in every round, so that what else the machine does meanwhile meets all of them alike.
 * The works of one engine come one behind the other.
 *
 * @param each how long the turns of one work last together, more where three of its passes take longer
 */
record Rounds(Duration each) {

    private static final int LEAST_TURNS = 3;
    private static final int TURNS = 5;
    /** How long MXNet's and PyTorch's threads look for more to do after a pass, at least. */
    private static final Duration SETTLING = Duration.ofMillis(250);

    /**
     * Runs rounds until each of these has had its time.
     *
     * @param companions have a turn in every round as well, but are not waited for
     */
    void run(List<Measured> works, List<Measured> companions) {
        long turn = each.toNanos() / TURNS;
        long settling = Math.min(SETTLING.toNanos(), turn);
        while (works.stream().anyMatch(this::isUnfinished)) {
            for (Measured companion : companions) {
                companion.settle(settling);
                companion.turn(turn);
                for (Measured work : works) {
                    if (work.work().engine() == companion.work().engine() && isUnfinished(work)) {
                        work.turn(turn);
                    }
                }
            }
        }
    }

    private boolean isUnfinished(Measured work) {
        return work.turns() < LEAST_TURNS || work.spent() < each.toNanos();
    }
}
