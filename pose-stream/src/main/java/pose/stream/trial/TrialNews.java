package pose.stream.trial;

import java.util.Map;
import pose.schema.WeightsEventKind;

/** Tells the world of trials; never waits long, and never throws. */
@FunctionalInterface
interface TrialNews {

    /** Something happened to a candidate. */
    void tell(TrialSubject subject, WeightsEventKind kind, String detail, Map<String, Double> figures);
}
