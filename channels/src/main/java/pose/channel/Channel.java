package pose.channel;

import java.util.regex.Pattern;
import pose.cpm.VersionId;

/**
 * A name under which a model's version is looked for, e.g. {@code stable} of {@code lite}.
 *
 * @param model as in {@link VersionId#name}
 * @param name 1 to 41 small letters, digits and dashes, the first no dash
 */
public record Channel(String model, String name) implements Comparable<Channel> {

    /** The channel that a stream serves unless it is told another. */
    public static final String STABLE = "stable";

    /** The channel that is tried beside it. */
    public static final String CANDIDATE = "candidate";

    /** The model whose versions are locators: they say where people are. */
    public static final String LOCATOR = "locator";

    /** Under this one the log says which versions are gone. */
    private static final String RESERVED = RetiredKey.FOLDER;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    public Channel {
        VersionId unused = new VersionId(model, "any");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no channel; allowed: 1 to 41 small letters, digits and "
                            + "dashes, the first no dash, e.g. stable");
        }
        if (name.equals(RESERVED)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no channel; that name is kept for versions that are gone");
        }
    }

    /**
     * The channel of a key.
     *
     * @param key {@code MODEL/CHANNEL}
     * @throws IllegalArgumentException where it is none
     */
    public static Channel parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + key + "' is no MODEL/CHANNEL");
        }
        return new Channel(key.substring(0, slash), key.substring(slash + 1));
    }

    /** The key of its records, e.g. {@code lite/stable}. */
    public String key() {
        return model + "/" + name;
    }

    /** A version of this model. */
    public VersionId version(String version) {
        return new VersionId(model, version);
    }

    @Override
    public int compareTo(Channel other) {
        return key().compareTo(other.key());
    }

    @Override
    public String toString() {
        return key();
    }
}
