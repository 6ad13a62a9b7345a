package pose.stream.trial;

import java.util.Optional;
import pose.stream.LiveModel;
import pose.stream.PinnedInference;

/** The two versions of a trial, to look at frames beside the stream. What is handed out is closed by whoever asked. */
interface Versions {

    PinnedInference serving();

    /** Empty where none is loaded. */
    Optional<? extends PinnedInference> candidate();

    static Versions of(LiveModel model) {
        return new Versions() {

            @Override
            public PinnedInference serving() {
                return model.pinServing();
            }

            @Override
            public Optional<? extends PinnedInference> candidate() {
                return model.pinCandidate();
            }
        };
    }
}
