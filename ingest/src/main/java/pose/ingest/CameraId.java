package pose.ingest;

import java.util.regex.Pattern;

/** What a camera may be called: 1 to 100 letters, digits, dots, underscores and hyphens. */
public final class CameraId {

    /** As part of a regular expression. */
    public static final String PATTERN = "[A-Za-z0-9._-]{1,100}";

    private static final Pattern ID = Pattern.compile(PATTERN);

    private CameraId() {}

    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Refuses what is no camera's name.
     *
     * @throws IllegalArgumentException where it is none, saying what is allowed
     */
    public static void check(String camera) {
        if (!isOne(camera)) {
            throw new IllegalArgumentException(
                    "camera is '" + camera + "'; allowed: 1 to 100 letters, digits, dots, underscores and hyphens");
        }
    }
}
