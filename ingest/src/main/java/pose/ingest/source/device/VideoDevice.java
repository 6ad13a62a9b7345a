package pose.ingest.source.device;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.ingest.SourceException;

/**
 * A Video4Linux2 device and what is asked of it.
 *
 * @param path such as {@code /dev/video0}
 * @param options FFmpeg's, by name
 */
public record VideoDevice(String path, Map<String, String> options) {

    private static final Pattern SHAPE = Pattern.compile("(/dev/[A-Za-z0-9/_.:-]+)(?:\\?(.*))?", Pattern.DOTALL);
    private static final Map<String, Asked> ASKED = Map.of(
            "size", new Asked("video_size", Pattern.compile("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}"), "size=1280x720"),
            "fps", new Asked("framerate", Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?"), "fps=30"),
            "format", new Asked("input_format", Pattern.compile("[a-z0-9_]{1,20}"), "format=mjpeg"));
    private static final String ALLOWED = "allowed: v4l2:/dev/video0?size=1280x720&fps=30&format=mjpeg";

    private record Asked(String option, Pattern value, String example) {}

    public VideoDevice {
        options = Map.copyOf(options);
    }

    /**
     * Reads what follows {@code v4l2:}.
     *
     * @throws SourceException naming what is wrong and what is allowed
     */
    public static VideoDevice parse(String text) throws SourceException {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || text.contains("..")) {
            throw new SourceException("v4l2: '" + text + "' names no device; " + ALLOWED);
        }
        Map<String, String> options = new HashMap<>();
        if (shape.group(2) != null) {
            for (String part : shape.group(2).split("&", -1)) {
                String key = part.replaceFirst("=.*", "");
                Asked asked = ASKED.get(key);
                if (asked == null) {
                    throw new SourceException("v4l2: unknown option '" + part + "'; " + ALLOWED);
                }
                String value = part.substring(Math.min(part.length(), key.length() + 1));
                if (!asked.value().matcher(value).matches()) {
                    throw new SourceException("v4l2: " + key + " is '" + value + "'; allowed: e.g. " + asked.example());
                }
                options.put(asked.option(), value);
            }
        }
        return new VideoDevice(shape.group(1), options);
    }

    /** Its name for people. */
    public String shown() {
        return "v4l2:" + path;
    }
}
