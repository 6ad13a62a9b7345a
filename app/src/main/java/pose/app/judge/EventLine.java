package pose.app.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.trainer.judging.sequence.FoundPresence;

/**
 * A pose event as {@link pose.app.event.PoseEventJson} writes it, as far as it can be judged.
 *
 * @param run camera and epoch: sequences and tracks are unique within
 */
record EventLine(
        Run run,
        long sequence,
        long captureTimeUs,
        int width,
        int height,
        String skeleton,
        List<FoundPresence> people) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One ingest of one camera. */
    record Run(String camera, long epoch) {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is no pose event, saying what is missing
     */
    static EventLine parse(String line) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        List<FoundPresence> people = new ArrayList<>();
        for (JsonNode person : required(event, "people")) {
            people.add(person(person));
        }
        return new EventLine(
                new Run(
                        required(event, "camera").asText(),
                        required(event, "epoch").longValue()),
                required(event, "sequence").longValue(),
                required(event, "captureTimeUs").longValue(),
                required(event, "width").intValue(),
                required(event, "height").intValue(),
                required(event, "skeleton").asText(),
                people);
    }

    private static FoundPresence person(JsonNode person) {
        JsonNode box = required(person, "box");
        if (box.size() != 4) {
            throw new IllegalArgumentException("a box has " + box.size() + " numbers; allowed: [x, y, width, height]");
        }
        JsonNode track = person.path("track");
        JsonNode smoothed = person.path("smoothed");
        return new FoundPresence(
                track.isIntegralNumber() ? OptionalLong.of(track.longValue()) : OptionalLong.empty(),
                new Box(
                        box.get(0).asDouble(),
                        box.get(1).asDouble(),
                        box.get(2).asDouble(),
                        box.get(3).asDouble()),
                keypoints(required(person, "keypoints")),
                smoothed.isArray() ? Optional.of(keypoints(smoothed)) : Optional.empty());
    }

    private static List<Keypoint> keypoints(JsonNode list) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (JsonNode keypoint : list) {
            keypoints.add(new Keypoint(
                    required(keypoint, "x").doubleValue(),
                    required(keypoint, "y").doubleValue(),
                    required(keypoint, "score").doubleValue()));
        }
        return keypoints;
    }

    private static JsonNode required(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("no pose event: it has no '" + field + "'");
        }
        return value;
    }
}
