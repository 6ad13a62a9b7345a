package pose.athlete;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to render.
 *
 * @param people how many athletes are in the picture, 1 to 16; the first is in the middle
 * @param fps frames a second, above 0 and at most 1000
 * @param width of the picture in pixels, 32 to 8192
 * @param height of the picture in pixels, 32 to 8192
 * @param seconds how long the scene is, above 0 and at most 1,000,000
 * @param seed everything random in the scene derives from it
 */
public record SceneOptions(int people, double fps, int width, int height, double seconds, long seed) {

    private static final String KEYS = "people, fps, width, height, seconds, seed";

    /** One athlete, 30 frames a second, 640 × 360 pixels, ten seconds, seed 1. */
    public static final SceneOptions DEFAULT = new SceneOptions(1, 30, 640, 360, 10, 1);

    public SceneOptions {
        within("people", people, 1, 16);
        above("fps", fps, 1000);
        within("width", width, 32, 8192);
        within("height", height, 32, 8192);
        above("seconds", seconds, 1_000_000);
    }

    /**
     * Reads {@code seconds=10&fps=30&width=640&height=360&people=1&seed=1}. Every key may be left out and then has its
     * value in {@link #DEFAULT}; an empty text is all defaults.
     *
     * @throws IllegalArgumentException naming the key, its value and what is allowed
     */
    public static SceneOptions parse(String query) {
        return parse(query, DEFAULT);
    }

    /** As {@link #parse(String)}, with other values for the keys that are left out. */
    public static SceneOptions parse(String query, SceneOptions defaults) {
        Map<String, String> values = split(query);
        SceneOptions options = new SceneOptions(
                count("people", values).orElse(defaults.people),
                real("fps", values).orElse(defaults.fps),
                count("width", values).orElse(defaults.width),
                count("height", values).orElse(defaults.height),
                real("seconds", values).orElse(defaults.seconds),
                whole("seed", values).orElse(defaults.seed));
        if (!values.isEmpty()) {
            Map.Entry<String, String> unknown = values.entrySet().iterator().next();
            throw new IllegalArgumentException(
                    "unknown option " + unknown.getKey() + "=" + unknown.getValue() + "; the options are " + KEYS);
        }
        return options;
    }

    /** How many frames the scene has, at least 1. */
    public long frames() {
        return Math.max(1, Math.round(seconds * fps));
    }

    private static Map<String, String> split(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query.isBlank()) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("'" + pair + "' is no option; write key=value with one of " + KEYS);
            }
            String key = pair.substring(0, equals);
            if (values.put(key, pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("option " + pair + " is given twice; once is allowed");
            }
        }
        return values;
    }

    private static Optional<Integer> count(String key, Map<String, String> values) {
        // What is beyond an int is beyond every limit as well: the check of the limits then tells.
        return whole(key, values).map(v -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, v)));
    }

    private static Optional<Long> whole(String key, Map<String, String> values) {
        String text = values.remove(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + text + " is not allowed; a whole number is", e);
        }
    }

    private static Optional<Double> real(String key, Map<String, String> values) {
        String text = values.remove(key);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + text + " is not allowed; a number is", e);
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + "=" + value + " is not allowed; " + least + " to " + most + " is");
        }
    }

    private static void above(String key, double value, double most) {
        if (!(value > 0) || value > most) {
            throw new IllegalArgumentException(
                    key + "=" + value + " is not allowed; above 0 and at most " + most + " is");
        }
    }
}
