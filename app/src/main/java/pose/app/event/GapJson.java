package pose.app.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import pose.schema.Gap;

/** One gap as one line of JSON: what {@code pose watch --gaps} prints, and {@code pose record} puts into its lines. */
public final class GapJson {

    private static final JsonFactory JSON = new JsonFactory();

    private GapJson() {}

    /** The line, without a line end. */
    public static String line(Gap gap) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("camera", gap.getCamera());
            writeFields(json, gap);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /** All but the camera, into an object that is open. */
    public static void writeFields(JsonGenerator json, Gap gap) throws IOException {
        json.writeNumberField("epoch", gap.getEpoch());
        json.writeNumberField("firstSequence", gap.getFirstSequence());
        json.writeNumberField("count", gap.getCount());
        json.writeStringField("reason", gap.getReason().name());
        json.writeNumberField("captureTimeUs", gap.getCaptureTimeUs());
        Long until = gap.getUntilUs();
        if (until != null) {
            json.writeNumberField("untilUs", until);
        }
        json.writeStringField("detail", gap.getDetail());
    }
}
