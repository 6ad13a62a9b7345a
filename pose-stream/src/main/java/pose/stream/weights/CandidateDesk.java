package pose.stream.weights;

import java.util.Optional;
import java.util.function.Predicate;
import pose.channel.Active;

/** Decides what becomes of candidates; called on the follower's thread, one call at a time. */
public interface CandidateDesk {

    /** Wants none: nothing is loaded for nobody. */
    CandidateDesk NONE = new CandidateDesk() {
        @Override
        public boolean wants(Active candidate, Optional<Active> serving) {
            return false;
        }

        @Override
        public Predicate<String> admit(Active candidate, Optional<Active> serving) {
            return camera -> false;
        }

        @Override
        public void dismiss() {}
    };

    /**
     * Whether this candidate is to be loaded.
     *
     * @param serving what the serving channel points to; empty while it points to nothing
     */
    boolean wants(Active candidate, Optional<Active> serving);

    /**
     * It has passed its warm-up and is loaded, or is still loaded while another version serves now.
     *
     * @return the cameras whose frames it looks at from the next batch on; the same answer for a camera every time
     */
    Predicate<String> admit(Active candidate, Optional<Active> serving);

    /** The candidate that was admitted last is being let go of, or serves now. */
    void dismiss();
}
