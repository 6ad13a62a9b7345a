package pose.app.reinfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * How far a run has come. The last record of each transaction carries it in a header, so that it is there if and only if what it
 * counts is.
 *
 * @param job what is being done, in one line: a topic holds the events of one job only
 * @param frames how many are done, those without an event included
 * @param done of each camera that has begun, the offset of the last frame that is
 */
record Progress(String job, long frames, Map<String, Long> done) {

    private static final String HEADER = "pose-reinfer";
    private static final ObjectMapper JSON = new ObjectMapper();

    Progress {
        done = Map.copyOf(done);
    }

    /** Nothing is done yet. */
    static Progress none(String job) {
        return new Progress(job, 0, Map.of());
    }

    /** Puts it into a record. */
    void writeTo(Headers headers) {
        ObjectNode json = JSON.createObjectNode().put("job", job).put("frames", frames);
        ObjectNode offsets = json.putObject("done");
        new TreeMap<>(done).forEach(offsets::put);
        try {
            headers.add(HEADER, JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values must be writable as JSON", e);
        }
    }

    /** What a record carries; empty where that is nothing, or nothing of ours. */
    static Optional<Progress> readFrom(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(header.value());
            Map<String, Long> done = new TreeMap<>();
            json.path("done")
                    .properties()
                    .forEach(each -> done.put(each.getKey(), each.getValue().longValue()));
            return Optional.of(
                    new Progress(json.path("job").asText(), json.path("frames").longValue(), done));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
