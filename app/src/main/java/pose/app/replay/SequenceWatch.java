package pose.app.replay;

import java.util.HashMap;
import java.util.Map;
import pose.schema.Original;

/** Which of the sequences that should be between those that are there are not: what a recording lacks. */
final class SequenceWatch {

    private final Map<String, Original> last = new HashMap<>();
    private long gaps;
    private long missing;
    private long repeated;

    /** Looks at the next frame of a camera. */
    void see(String camera, Original original) {
        Original before = last.put(camera, original);
        if (before == null) {
            return; // A slice may begin in the middle of an epoch.
        }
        boolean sameEpoch = before.getEpoch() == original.getEpoch();
        long expected = sameEpoch ? before.getSequence() + 1 : 0;
        if (original.getSequence() > expected) {
            gaps++;
            missing += original.getSequence() - expected;
        } else if (original.getSequence() < expected) {
            repeated++;
        }
    }

    /** In how many places something is missing. */
    long gaps() {
        return gaps;
    }

    /** How many frames are missing. */
    long missing() {
        return missing;
    }

    /** How many frames came again, or went back. */
    long repeated() {
        return repeated;
    }
}
