package pose.app.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import pose.app.event.GapJson;
import pose.app.event.PoseEventJson;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.PoseFrame;

/**
 * What is known of one picture, as one line of JSON: its event as {@code pose watch} prints it, or, where it has none, its
 * frame's id, time and size with {@code "people": null} and {@code "missing"}, the reason. Frames that are missing between the
 * picture before and this one are in {@code "gapsBefore"}, where there are any.
 */
final class SidecarLine {

    /** Nobody said why: not looked at yet, or among the dead letters. */
    static final String NO_EVENT = "NO_EVENT";

    private static final JsonFactory JSON = new JsonFactory();

    private SidecarLine() {}

    static String of(Frame frame, Optional<PoseFrame> event, Optional<Gap> covering, List<Gap> before) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (event.isPresent()) {
                PoseEventJson.writeFields(json, event.get());
            } else {
                missing(json, frame, covering);
            }
            if (!before.isEmpty()) {
                gaps(json, before);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void missing(JsonGenerator json, Frame frame, Optional<Gap> covering) throws IOException {
        json.writeStringField("camera", frame.getCamera());
        json.writeNumberField("epoch", frame.getEpoch());
        json.writeNumberField("sequence", frame.getSequence());
        json.writeNumberField("captureTimeUs", frame.getCaptureTimeUs());
        json.writeNumberField("width", frame.getWidth());
        json.writeNumberField("height", frame.getHeight());
        json.writeNullField("people");
        json.writeStringField(
                "missing", covering.map(gap -> gap.getReason().name()).orElse(NO_EVENT));
    }

    private static void gaps(JsonGenerator json, List<Gap> gaps) throws IOException {
        json.writeArrayFieldStart("gapsBefore");
        for (Gap gap : gaps) {
            json.writeStartObject();
            GapJson.writeFields(json, gap);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
