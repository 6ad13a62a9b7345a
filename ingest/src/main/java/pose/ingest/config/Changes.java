package pose.ingest.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.ingest.camera.CameraSettings;

/** What was changed otherwise than in the file: each holds for as long as the file says of that camera what it said then. */
final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Change> byId = new TreeMap<>();

    /**
     * One change.
     *
     * @param camera as it is now; null where it was removed
     * @param fileSaid what the file said of it, as {@link ConfiguredCamera#written}; null where it said nothing
     */
    private record Change(
            @Nullable ConfiguredCamera camera, @Nullable String fileSaid) {}

    /** What {@link #kept} gave; what cannot be read is told and left out. */
    static Changes parse(String kept, CamerasYaml yaml) {
        Changes changes = new Changes();
        if (kept.isBlank()) {
            return changes;
        }
        try {
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(kept).properties()) {
                changes.restore(entry.getKey(), entry.getValue(), yaml);
            }
        } catch (JsonProcessingException e) {
            LOG.warn("changes made while the former process ran are lost");
        }
        return changes;
    }

    private void restore(String id, JsonNode change, CamerasYaml yaml) {
        try {
            String written = change.path("written").textValue();
            byId.put(
                    id,
                    new Change(
                            written == null ? null : yaml.parseWritten(written),
                            change.path("fileSaid").textValue()));
        } catch (BadConfigException e) {
            LOG.warn("a change of camera {} made while the former process ran is lost: {}", id, e.getMessage());
        }
    }

    /** All of them as a line of text, passwords among it; empty where there are none. */
    String kept() {
        ObjectNode all = JSON.createObjectNode();
        byId.forEach((id, change) -> all.putObject(id)
                .put("written", change.camera() == null ? null : change.camera().written())
                .put("fileSaid", change.fileSaid()));
        return byId.isEmpty() ? "" : all.toString();
    }

    void put(String id, ConfiguredCamera camera, CamerasConfig file) {
        byId.put(id, new Change(camera, said(id, file)));
    }

    void remove(String id, CamerasConfig file) {
        byId.put(id, new Change(null, said(id, file)));
    }

    void forgetWhatChangedIn(CamerasConfig file) {
        byId.entrySet().removeIf(entry -> !Objects.equals(entry.getValue().fileSaid(), said(entry.getKey(), file)));
    }

    /** The camera as it is with these changes; null where there is none. */
    @Nullable
    ConfiguredCamera current(String id, CamerasConfig file) {
        Change change = byId.get(id);
        return change == null ? file.cameras().get(id) : change.camera();
    }

    /** Every camera as it is with these changes. */
    Map<String, CameraSettings> over(CamerasConfig file) {
        Map<String, CameraSettings> all = new TreeMap<>();
        file.cameras().forEach((id, camera) -> all.put(id, camera.settings()));
        byId.forEach((id, change) -> {
            if (change.camera() == null) {
                all.remove(id);
            } else {
                all.put(id, change.camera().settings());
            }
        });
        return all;
    }

    private static @Nullable String said(String id, CamerasConfig file) {
        ConfiguredCamera camera = file.cameras().get(id);
        return camera == null ? null : camera.written();
    }
}
