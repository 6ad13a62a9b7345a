package pose.channel;

import java.util.regex.Pattern;
import pose.cpm.VersionId;

/**
 * What points to a version of a model, e.g. {@code lite/stable}.
 *
 * @param model the model's name, as in {@link VersionId}
 * @param name 1 to 41 small letters, digits and dashes, the first no dash
 */
public record Channel(String model, String name) {

    /** The channel that serves, unless somebody says otherwise. */
    public static final String STABLE = "stable";
    /** The channel of what is tried. */
    public static final String CANDIDATE = "candidate";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    public Channel {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no channel; allowed: 1 to 41 small letters, digits and "
                            + "dashes, the first no dash, e.g. stable");
        }
        VersionId unused = new VersionId(model, "any");
    }

    /** The key of its records on {@code pose.weights.v1}. */
    public String key() {
        return model + "/" + name;
    }

    @Override
    public String toString() {
        return key();
    }
}
