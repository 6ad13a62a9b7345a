package pose.app.why;

import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;

/** Opens weights versions by their names. */
@FunctionalInterface
public interface Versions {

    /**
     * Opens one.
     *
     * @param version NAME/VERSION
     * @throws UserMistake where it is not there
     * @throws BadWeightsException where it is damaged
     */
    WeightsVersion open(String version) throws BadWeightsException;
}
