package pose.app.metrics;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.schema.WeightsRef;
import pose.stream.trial.TrialListener;
import pose.stream.trial.Verdict;

/** Writes a line for what happens to candidates. How many lines that may become, the log itself limits. */
final class TrialLog implements TrialListener {

    private static final Logger LOG = LoggerFactory.getLogger(TrialLog.class);

    @Override
    public void began(WeightsRef candidate, String how) {
        LOG.info("{} is on trial: it {}", name(candidate), how);
    }

    @Override
    public void decided(WeightsRef candidate, Verdict verdict) {
        LOG.info(
                "{}: trial {}: {}",
                name(candidate),
                verdict.outcome().name().toLowerCase(Locale.ROOT),
                verdict.reason());
    }

    @Override
    public void held(WeightsRef candidate, String reason) {
        LOG.warn("what was decided about {} cannot be carried out yet: {}", name(candidate), reason);
    }

    @Override
    public void lost(String reason) {
        LOG.warn("a shadow pose could not be written: {}", reason);
    }

    @Override
    public void puzzled(String problem) {
        LOG.warn("{}", problem);
    }

    private static String name(WeightsRef version) {
        return version.getName() + "/" + version.getVersion();
    }
}
