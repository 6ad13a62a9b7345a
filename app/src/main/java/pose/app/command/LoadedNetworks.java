package pose.app.command;

import java.util.Optional;
import pose.app.demo.DemoSettings;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.LocatingInference;
import pose.stream.PeopleSettings;
import pose.stream.PersonFinding;

/**
 * What looks at frames, each network of one version.
 *
 * @param locator says where people are; empty where the whole picture is looked at
 */
record LoadedNetworks(LiveModel poses, Optional<LiveLocator> locator) implements DemoSettings.Networks {

    /** Loads a locator. */
    interface Locator {
        Optional<LiveLocator> load();
    }

    /** Takes a network over, and loads the locator beside it; where that fails, neither stays. */
    static LoadedNetworks of(LiveModel poses, Locator locator) {
        try {
            return new LoadedNetworks(poses, locator.load());
        } catch (RuntimeException e) {
            poses.close();
            throw e;
        }
    }

    @Override
    public Optional<PersonFinding> finding() {
        return locator.map(PersonFinding.class::cast);
    }

    /** Both, one after the other. */
    BatchInference together() {
        return finding()
                .<BatchInference>map(where -> new LocatingInference(where, poses, PeopleSettings.defaults()))
                .orElse(poses);
    }

    /** Which version says where people are, to go behind what says who looks; empty where none does. */
    String whereabouts() {
        return locator.map(where -> ", located by " + name(where.weights()) + " "
                        + where.weights().getSha256())
                .orElse("");
    }

    static String name(WeightsRef version) {
        return version.getName() + "/" + version.getVersion();
    }

    @Override
    public void close() {
        locator.ifPresent(LiveLocator::close);
        poses.close();
    }
}
