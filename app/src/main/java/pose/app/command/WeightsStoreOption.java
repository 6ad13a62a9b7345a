package pose.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;
import pose.cpm.WeightsVersion;

/** Where weights versions are looked for by name. */
final class WeightsStoreOption {

    private static final Pattern NAME_AND_VERSION = Pattern.compile("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+");

    /** Where experiments put their results unless they say otherwise. */
    private static final String DEFAULT_STORE = "runs/store";

    @Option(
            names = "--weights-store",
            paramLabel = "DIR",
            defaultValue = DEFAULT_STORE,
            description = "Folder of weights versions, NAME/VERSION each (default: ${DEFAULT-VALUE}).")
    private Path store = Path.of(DEFAULT_STORE);

    /**
     * Opens a version.
     *
     * @param argument names what the user wrote in messages, e.g. the option
     * @param weights its folder, or its name in the store; null for the version that comes with pose
     * @throws UserMistake where it is not there
     * @throws BadWeightsException where it is damaged
     */
    WeightsVersion open(String argument, @Nullable String weights) throws BadWeightsException {
        if (weights == null) {
            return BundledWeights.open();
        }
        Path folder = path(argument, weights);
        if (!Files.exists(folder) && NAME_AND_VERSION.matcher(weights).matches()) {
            Path inStore = store.resolve(weights);
            if (!Files.isDirectory(inStore)) {
                throw new UserMistake(argument + " '" + weights + "': there is neither a folder '" + folder + "' nor '"
                        + inStore + "'");
            }
            folder = inStore;
        }
        return WeightsVersion.open(folder);
    }

    private static Path path(String argument, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UserMistake(argument + " '" + text + "' is no folder's name: " + e.getReason(), e);
        }
    }
}
