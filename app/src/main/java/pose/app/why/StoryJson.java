package pose.app.why;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import pose.app.compare.PartChange;
import pose.app.event.GapJson;
import pose.app.event.PoseEventJson;
import pose.cpm.WeightsVersion;
import pose.schema.Activation;
import pose.schema.Frame;
import pose.schema.WeightsEvent;

/**
 * A frame's story as one line of JSON: {@code found} is pose, gap, deadLetter or none; {@code event} is as {@code pose watch}
 * prints it, {@code gap} as {@code pose watch --gaps} does. Coordinates are pixels, times µs, a share is of the person's
 * extent.
 */
public final class StoryJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoryJson() {}

    /** The line, without a line end. */
    public static String line(FrameStory story, Optional<SecondLook> again) {
        ObjectNode json = JSON.createObjectNode();
        json.put("camera", story.id().camera())
                .put("epoch", story.id().epoch())
                .put("sequence", story.id().sequence());
        try {
            answer(json, story.answer());
            frame(json.putObject("frame"), story.frame());
            if (story.weights().isPresent()) {
                weights(json.putObject("weights"), story.weights().get());
            }
            if (story.locator().isPresent()) {
                weights(json.putObject("locator"), story.locator().get());
            }
            again.ifPresent(look -> again(json.putObject("again"), look));
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values must be writable as JSON", e);
        }
    }

    private static void answer(ObjectNode json, Answer answer) throws JsonProcessingException {
        if (answer instanceof Answer.Posed posed) {
            json.put("found", "pose");
            json.set("event", JSON.readTree(PoseEventJson.line(posed.event())));
            place(json.putObject("place"), posed.place());
        } else if (answer instanceof Answer.Missing missing) {
            json.put("found", "gap");
            json.set("gap", JSON.readTree(GapJson.line(missing.gap())));
            place(json.putObject("place"), missing.place());
        } else if (answer instanceof Answer.Buried buried) {
            json.put("found", "deadLetter").put("reason", buried.reason());
            place(json.putObject("place"), buried.place());
        } else {
            json.put("found", "none");
        }
    }

    private static void place(ObjectNode json, RecordPlace place) {
        json.put("topic", place.topic()).put("partition", place.partition()).put("offset", place.offset());
    }

    private static void frame(ObjectNode json, Sought sought) {
        if (sought instanceof Sought.Found found) {
            Frame frame = found.frame().frame();
            place(
                    json,
                    new RecordPlace(
                            found.frame().partition().topic(),
                            found.frame().partition().partition(),
                            found.frame().offset()));
            json.put("byProvenance", found.byProvenance())
                    .put("encoding", frame.getEncoding().name())
                    .put("width", frame.getWidth())
                    .put("height", frame.getHeight())
                    .put("bytes", frame.getImage().remaining())
                    .put("captureTimeUs", frame.getCaptureTimeUs())
                    .put("captureClock", frame.getCaptureClock().name());
        } else if (sought instanceof Sought.Absent absent) {
            json.put("absent", absent.reason());
        }
    }

    private static void weights(ObjectNode json, WeightsStory weights) throws JsonProcessingException {
        json.put("name", weights.ref().getName())
                .put("version", weights.ref().getVersion())
                .put("sha256", weights.ref().getSha256());
        if (!weights.trouble().isEmpty()) {
            json.put("trouble", weights.trouble());
        }
        if (weights.version().isPresent()) {
            WeightsVersion version = weights.version().get();
            json.put("manifestSha256", version.manifestSha256());
            json.set("manifest", JSON.readTree(version.manifest().toJson()));
        }
        ArrayNode channels = json.putArray("channels");
        for (Activation record : weights.channels()) {
            channels.addObject()
                    .put("channel", record.getName() + "/" + record.getChannel())
                    .put("version", record.getVersion())
                    .put("kind", record.getKind().name())
                    .put("atUs", record.getAtUs())
                    .put("by", record.getBy())
                    .put("why", record.getWhy());
        }
        ArrayNode events = json.putArray("events");
        for (WeightsEvent event : weights.events()) {
            events.addObject()
                    .put("kind", event.getKind().name())
                    .put("channel", event.getChannel())
                    .put("atUs", event.getAtUs())
                    .put("instance", event.getInstance())
                    .put("detail", event.getDetail());
        }
    }

    private static void again(ObjectNode json, SecondLook look) {
        json.put("name", look.weights().getName())
                .put("version", look.weights().getVersion())
                .put("sha256", look.weights().getSha256())
                .put("engine", look.engine())
                .put("batchSize", look.batch())
                .put("sameWeights", look.sameWeights())
                .put("sameEngine", look.sameEngine())
                .put("identical", look.identical());
        if (!look.identical()) {
            json.put("cause", look.cause());
        }
        ArrayNode people = json.putArray("people");
        look.people().forEach(person -> {
            ArrayNode parts = people.addArray();
            for (PartChange part : person) {
                parts.addObject()
                        .put("part", part.part())
                        .put("pixels", part.pixels())
                        .put("share", part.share())
                        .put("scoreBefore", part.scoreBefore())
                        .put("scoreAfter", part.scoreAfter())
                        .put("identical", part.identical());
            }
        });
    }
}
