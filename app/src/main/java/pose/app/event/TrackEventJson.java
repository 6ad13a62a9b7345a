package pose.app.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import pose.schema.BoundingBox;
import pose.schema.TrackEvent;

/**
 * One track event as one line of JSON: what {@code pose watch --tracks} prints. {@code track} is null where everyone is meant; a
 * {@code box}, {@code [x, y, width, height]} in pixels of the source picture, is there where it makes sense.
 */
public final class TrackEventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private TrackEventJson() {}

    /** The line, without a line end. */
    public static String line(TrackEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("camera", event.getCamera());
            json.writeNumberField("epoch", event.getEpoch());
            json.writeNumberField("sequence", event.getSequence());
            json.writeNumberField("captureTimeUs", event.getCaptureTimeUs());
            json.writeStringField("kind", event.getKind().name());
            Long track = event.getTrack();
            if (track == null) {
                json.writeNullField("track");
            } else {
                json.writeNumberField("track", track);
            }
            BoundingBox box = event.getBox();
            if (box != null) {
                json.writeFieldName("box");
                json.writeArray(new double[] {box.getX(), box.getY(), box.getWidth(), box.getHeight()}, 0, 4);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }
}
