package pose.stream.trial;

import pose.schema.Frame;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.WeightsRef;

/**
 * Which served frames the other version looks at too. In the shadow a share of the serving version's frames, by their ids;
 * of a canary every frame that it served.
 */
final class TrialSample {

    private final Trial trial;
    private final WeightsRef candidate;
    private final FrameShare share;

    /** @throws IllegalArgumentException where the trial's share is none */
    TrialSample(Trial trial, WeightsRef candidate) {
        this.trial = trial;
        this.candidate = candidate;
        this.share = new FrameShare(trial.getShare());
    }

    boolean wants(Frame frame, WeightsRef servedBy) {
        boolean byCandidate = servedBy.equals(candidate);
        if (trial.getMode() == TrialMode.CANARY) {
            return byCandidate;
        }
        return !byCandidate
                && (trial.getCameras().isEmpty() || trial.getCameras().contains(frame.getCamera()))
                && share.includes(frame);
    }
}
