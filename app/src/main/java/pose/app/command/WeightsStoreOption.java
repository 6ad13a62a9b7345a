package pose.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.StoreException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/** Where weights versions are looked for by name. */
final class WeightsStoreOption {

    /** Where experiments put their results unless they say otherwise. */
    private static final String DEFAULT_STORE = "runs/store";

    @Option(
            names = "--weights-store",
            paramLabel = "STORE",
            defaultValue = DEFAULT_STORE,
            description = {
                "Where weights versions are, NAME/VERSION each: a folder, or s3://BUCKET[/PREFIX][?endpoint=URL&region=NAME], whose "
                        + "keys come from the AWS environment variables or profile (default: ${DEFAULT-VALUE})."
            })
    private String address = DEFAULT_STORE;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What was given, or the default. */
    String address() {
        return address;
    }

    /**
     * The store; nothing is asked of it yet.
     *
     * @throws ParameterException where it is the address of none
     */
    WeightsStore store() {
        return store(spec, "--weights-store", address);
    }

    /** The store at an address that an option gave, see {@link #store()}. */
    static WeightsStore store(CommandSpec spec, String option, String address) {
        try {
            return WeightsStore.at(address);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a version.
     *
     * @param argument names what the user wrote in messages, e.g. the option
     * @param weights its folder, or its name in the store; null for the version that comes with pose, which is also found by its
     *     name
     * @throws UserMistake where it is not there, or the store fails
     * @throws BadWeightsException where it is damaged
     */
    WeightsVersion open(String argument, @Nullable String weights) throws BadWeightsException {
        return find(argument, weights, BundledWeights::open, WeightsVersion::open, WeightsStore::open);
    }

    /** As {@link #open}, with every file's bytes. */
    VersionFiles read(String argument, @Nullable String weights) throws BadWeightsException {
        return find(
                argument,
                weights,
                VersionFiles::bundled,
                VersionFiles::read,
                (store, id) -> store.read(id).files());
    }

    private interface Bundled<T> {
        T open() throws BadWeightsException;
    }

    private interface InFolder<T> {
        T open(Path folder) throws BadWeightsException;
    }

    private interface InStore<T> {
        T open(WeightsStore store, VersionId id) throws StoreException, BadWeightsException;
    }

    private <T> T find(
            String argument, @Nullable String weights, Bundled<T> bundled, InFolder<T> inFolder, InStore<T> inStore)
            throws BadWeightsException {
        if (weights == null) {
            return bundled.open();
        }
        Path folder = path(argument, weights);
        VersionId id = id(weights);
        if (id == null || Files.exists(folder)) {
            return inFolder.open(folder);
        }
        try (WeightsStore store = store()) {
            if (!store.has(id)) {
                if (id.equals(BundledWeights.open().id())) {
                    return bundled.open();
                }
                throw new UserMistake(argument + " '" + weights + "': there is neither a folder '" + folder + "' nor '"
                        + store.place(id) + "'");
            }
            return inStore.open(store, id);
        } catch (StoreException e) {
            throw new UserMistake(argument + " '" + weights + "': " + e.getMessage(), e);
        }
    }

    private static @Nullable VersionId id(String weights) {
        try {
            return VersionId.parse(weights);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Path path(String argument, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UserMistake(argument + " '" + text + "' is no folder's name: " + e.getReason(), e);
        }
    }
}
