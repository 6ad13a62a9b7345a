package pose.app.slice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pose.ingest.CameraId;

/** Where a slice begins or ends, as its user says it. */
public sealed interface SliceBound {

    /** What {@link #parse} takes, for messages. */
    String ALLOWED = "a time with its zone as 2026-05-01T18:30:00Z, CAMERA/EPOCH/SEQUENCE, a line of 'pose watch', or "
            + "PARTITION:OFFSET";

    /** A moment, µs since 1970 UTC: a slice begins at it, or ends before it. */
    record Moment(long timeUs) implements SliceBound {
        @Override
        public String toString() {
            return Instant.EPOCH.plus(timeUs, ChronoUnit.MICROS).toString();
        }
    }

    /** A frame by its id: a slice begins or ends with it. */
    record FrameId(String camera, long epoch, long sequence) implements SliceBound {
        @Override
        public String toString() {
            return camera + "/" + epoch + "/" + sequence;
        }
    }

    /** A frame by its place on the topic: a slice begins or ends with it. */
    record Place(int partition, long offset) implements SliceBound {
        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where the text is none of what is {@link #ALLOWED}
     */
    static SliceBound parse(String text) {
        try {
            if (text.startsWith("{")) {
                return Texts.watched(text);
            }
            Matcher id = Texts.FRAME_ID.matcher(text);
            if (id.matches()) {
                return new FrameId(id.group(1), Long.parseLong(id.group(2)), Long.parseLong(id.group(3)));
            }
            Matcher place = Texts.PLACE.matcher(text);
            if (place.matches()) {
                return new Place(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)));
            }
            return new Moment(ChronoUnit.MICROS.between(
                    Instant.EPOCH, OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException | NumberFormatException e) {
            throw Texts.unknown(text, e);
        }
    }

    /** How bounds are written. */
    final class Texts {

        private static final Pattern FRAME_ID = Pattern.compile("(" + CameraId.PATTERN + ")/(\\d+)/(\\d+)");
        private static final Pattern PLACE = Pattern.compile("(\\d+):(\\d+)");
        private static final ObjectMapper JSON = new ObjectMapper();

        private Texts() {}

        private static FrameId watched(String line) {
            try {
                JsonNode event = JSON.readTree(line);
                if (event.path("camera").isTextual()
                        && event.path("epoch").canConvertToLong()
                        && event.path("sequence").canConvertToLong()) {
                    return new FrameId(
                            event.path("camera").textValue(),
                            event.path("epoch").longValue(),
                            event.path("sequence").longValue());
                }
            } catch (JsonProcessingException e) {
                throw unknown(line, e);
            }
            throw unknown(line, null);
        }

        private static IllegalArgumentException unknown(String text, @Nullable Exception cause) {
            return new IllegalArgumentException("'" + text + "' is none of: " + ALLOWED, cause);
        }
    }
}
