package pose.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;
import pose.store.VersionFiles;

/** The one version that a command is about. */
final class VersionArgument {

    private static final String NAME = "weights";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR|NAME/VERSION",
            description = "The version: its folder, or its name in --weights-store "
                    + "(default: the version that comes with pose).")
    private @Nullable String weights;

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    /** The version, checked; failures as {@link WeightsStoreOption#open}. */
    WeightsVersion open() throws BadWeightsException {
        return store.open(NAME, weights);
    }

    /** The version's files, checked; failures as {@link WeightsStoreOption#read}. */
    VersionFiles read() throws BadWeightsException {
        return store.read(NAME, weights);
    }
}
