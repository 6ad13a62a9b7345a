package pose.cpm;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;

/** What a manifest may say: it comes from wherever weights come from. */
final class ManifestCheck {

    /** Bytes that a file of a version may have, its manifest aside: 1 GiB. */
    private static final long LONGEST_FILE = 1 << 30;

    /** Weights that a network may have, and values that one of its maps may have for one picture: 1 GiB each. */
    private static final long MOST_VALUES = LONGEST_FILE / Float.BYTES;

    private static final int MOST_FILES = 100;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private ManifestCheck() {}

    /**
     * Checks that a manifest is whole and asks for nothing out of bounds.
     *
     * @param where named in messages, e.g. the file
     */
    static void check(Manifest manifest, String where) throws BadWeightsException {
        if (isMissing(manifest.name())
                || isMissing(manifest.version())
                || isMissing(manifest.skeleton())
                || isMissing(manifest.architecture())
                || isMissing(manifest.files())) {
            throw new BadWeightsException(
                    where + ": a manifest needs name, version, skeleton, architecture and files; one is missing");
        }
        Manifest.ArchitectureWords words = manifest.architecture();
        if (isMissing(manifest.created())
                || isMissing(words.preset())
                || isMissing(words.features())
                || isMissing(words.head())
                || isMissing(words.laterFeatures())
                || isMissing(words.laterHead())) {
            throw new BadWeightsException(where + ": a manifest needs created, and an architecture preset, features, "
                    + "head, laterFeatures and laterHead; one is missing");
        }
        Skeleton known = Skeleton.named(manifest.skeleton())
                .orElseThrow(() -> new BadWeightsException(
                        where + ": skeleton '" + manifest.skeleton() + "' is unknown; allowed: " + Skeleton.names()));
        try {
            Architecture a = words.toArchitecture();
            if (a.parts() != known.size()) {
                throw new BadWeightsException(where + ": architecture has " + a.parts() + " parts; skeleton "
                        + known.name() + " has " + known.size());
            }
            if ((a.task() == Task.LOCATOR) != known.equals(Skeleton.CENTRE)) {
                throw new BadWeightsException(where + ": skeleton is " + known.name() + ", and the architecture "
                        + a.task().deed() + "; a locator's skeleton, and no other's, is " + Skeleton.CENTRE.name());
            }
            requireModest(where, a);
            VersionId unused = manifest.id();
        } catch (IllegalArgumentException e) {
            throw new BadWeightsException(where + ": " + e.getMessage());
        }
        LocatorScores.read(where, manifest.training());
        checkFiles(where, manifest.files());
    }

    /** Whoever loads the network makes room for it, whatever the files hold. */
    private static void requireModest(String where, Architecture a) throws BadWeightsException {
        if (a.weights() > MOST_VALUES) {
            throw new BadWeightsException(
                    where + ": the architecture has " + a.weights() + " weights; allowed: at most " + MOST_VALUES);
        }
        if (a.largestMap() > MOST_VALUES) {
            throw new BadWeightsException(where + ": the architecture's largest map has " + a.largestMap()
                    + " values a picture; allowed: at most " + MOST_VALUES);
        }
    }

    /** What a manifest says of its files decides how much is read, and from where. */
    private static void checkFiles(String where, Map<String, Manifest.FileSum> files) throws BadWeightsException {
        if (files.size() > MOST_FILES) {
            throw new BadWeightsException(where + ": lists " + files.size() + " files; allowed: at most " + MOST_FILES);
        }
        for (Map.Entry<String, Manifest.FileSum> file : files.entrySet()) {
            String name = file.getKey();
            if (!isFileName(name)) {
                throw new BadWeightsException(where + ": lists a file '" + name
                        + "'; allowed: letters, digits, dots, dashes and underscores, the first a letter or digit");
            }
            Manifest.FileSum sum = file.getValue();
            if (isMissing(sum)
                    || isMissing(sum.sha256())
                    || !SHA_256.matcher(sum.sha256()).matches()) {
                throw new BadWeightsException(where + ": gives no SHA-256 of " + name + " (64 hexadecimal digits)");
            }
            if (sum.bytes() < 0 || sum.bytes() > LONGEST_FILE) {
                throw new BadWeightsException(
                        where + ": " + name + " is " + sum.bytes() + " bytes; allowed: 0 to " + LONGEST_FILE);
            }
        }
    }

    /** Whether a file of a version, other than the manifest, may be called so. */
    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches() && !name.equals(WeightsVersion.MANIFEST);
    }

    /** JSON may leave out what the constructor promises. */
    static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}
