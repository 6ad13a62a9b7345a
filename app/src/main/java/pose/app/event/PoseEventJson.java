package pose.app.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.BoundingBox;
import pose.schema.Original;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Timings;
import pose.schema.WeightsRef;
import pose.skeleton.Skeleton;

/**
 * One pose event as one line of JSON: what {@code pose watch} prints and {@code pose demo --out} writes. Coordinates are
 * pixels of the source picture, times microseconds, scores 0 to 1; a box is {@code [x, y, width, height]}. A person's {@code
 * plays} and {@code smoothed} are there where they are known, and so is the frame's {@code locator}.
 */
public final class PoseEventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private PoseEventJson() {}

    /** The line, without a line end. */
    public static String line(PoseFrame frame) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writeFields(json, frame);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /** The line's fields, into an object that has been begun. */
    public static void writeFields(JsonGenerator json, PoseFrame frame) throws IOException {
        json.writeStringField("camera", frame.getCamera());
        json.writeNumberField("epoch", frame.getEpoch());
        json.writeNumberField("sequence", frame.getSequence());
        json.writeNumberField("captureTimeUs", frame.getCaptureTimeUs());
        json.writeNumberField("width", frame.getWidth());
        json.writeNumberField("height", frame.getHeight());
        json.writeArrayFieldStart("people");
        List<String> parts = partsOf(frame);
        for (Person person : frame.getPeople()) {
            person(json, person, parts);
        }
        json.writeEndArray();
        json.writeStringField("skeleton", frame.getSkeleton());
        weights(json, "weights", frame.getWeights());
        timings(json, frame.getTimings());
        original(json, frame.getOriginal());
        provenance(json, frame.getProvenance());
        WeightsRef locator = frame.getLocator();
        if (locator != null) {
            weights(json, "locator", locator);
        }
        json.writeBooleanField("cut", frame.getCut());
    }

    /** Without names where the skeleton is newer than this program. */
    private static List<String> partsOf(PoseFrame frame) {
        return Skeleton.named(frame.getSkeleton()).map(Skeleton::parts).orElse(List.of());
    }

    private static void person(JsonGenerator json, Person person, List<String> parts) throws IOException {
        json.writeStartObject();
        json.writeNumberField("score", person.getScore());
        json.writeFieldName("track");
        Long track = person.getTrack();
        if (track == null) {
            json.writeNull();
        } else {
            json.writeNumber(track);
        }
        Boolean plays = person.getPlays();
        if (plays != null) {
            json.writeBooleanField("plays", plays);
        }
        BoundingBox box = person.getBox();
        json.writeFieldName("box");
        json.writeArray(new double[] {box.getX(), box.getY(), box.getWidth(), box.getHeight()}, 0, 4);
        keypoints(json, "keypoints", person.getKeypoints(), parts);
        List<PartPosition> smoothed = person.getSmoothed();
        if (smoothed != null) {
            keypoints(json, "smoothed", smoothed, parts);
        }
        json.writeEndObject();
    }

    private static void keypoints(JsonGenerator json, String field, List<PartPosition> positions, List<String> parts)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (int i = 0; i < positions.size(); i++) {
            keypoint(json, i < parts.size() ? parts.get(i) : "part" + i, positions.get(i));
        }
        json.writeEndArray();
    }

    private static void keypoint(JsonGenerator json, String part, PartPosition position) throws IOException {
        json.writeStartObject();
        json.writeStringField("part", part);
        json.writeNumberField("x", position.getX());
        json.writeNumberField("y", position.getY());
        json.writeNumberField("score", position.getScore());
        json.writeEndObject();
    }

    private static void weights(JsonGenerator json, String field, WeightsRef weights) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("name", weights.getName());
        json.writeStringField("version", weights.getVersion());
        json.writeStringField("sha256", weights.getSha256());
        json.writeEndObject();
    }

    /** Said of replayed frames only. */
    private static void original(JsonGenerator json, @Nullable Original original) throws IOException {
        if (original != null) {
            json.writeObjectFieldStart("original");
            json.writeNumberField("epoch", original.getEpoch());
            json.writeNumberField("sequence", original.getSequence());
            json.writeNumberField("captureTimeUs", original.getCaptureTimeUs());
            json.writeEndObject();
        }
    }

    /** Said where it is known: older events have none. */
    private static void provenance(JsonGenerator json, @Nullable Provenance provenance) throws IOException {
        if (provenance != null) {
            json.writeObjectFieldStart("provenance");
            json.writeNumberField("partition", provenance.getPartition());
            json.writeNumberField("offset", provenance.getOffset());
            json.writeStringField("run", provenance.getRun());
            json.writeNumberField("batch", provenance.getBatch());
            json.writeNumberField("batchSize", provenance.getBatchSize());
            json.writeNumberField("batchPlace", provenance.getBatchPlace());
            json.writeStringField("engine", provenance.getEngine());
            json.writeEndObject();
        }
    }

    private static void timings(JsonGenerator json, Timings timings) throws IOException {
        json.writeObjectFieldStart("timings");
        json.writeNumberField("queuedUs", timings.getQueuedUs());
        json.writeNumberField("batchedUs", timings.getBatchedUs());
        json.writeNumberField("inferredUs", timings.getInferredUs());
        json.writeNumberField("locatedUs", timings.getLocatedUs());
        json.writeEndObject();
    }
}
