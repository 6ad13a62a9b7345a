package pose.stream.trial;

import pose.schema.WeightsEventKind;

/**
 * What becomes of a candidate.
 *
 * @param reason in one line for people
 */
public record Verdict(Outcome outcome, String reason) {

    /** What the event is called that tells of it. */
    WeightsEventKind event() {
        return switch (outcome) {
            case PASSED -> WeightsEventKind.TRIAL_PASSED;
            case FAILED -> WeightsEventKind.TRIAL_FAILED;
            case EXPIRED -> WeightsEventKind.TRIAL_EXPIRED;
        };
    }

    /** What was decided. */
    public enum Outcome {
        /** Every rule held over frames enough. */
        PASSED,
        /** A rule was broken, or the candidate's engine failed. */
        FAILED,
        /** There were not frames enough within the time. */
        EXPIRED
    }
}
