package pose.ingest.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file says.
 *
 * @param defaults for a camera that is added by other means
 * @param cameras by id
 */
record CamerasConfig(ObjectNode defaults, Map<String, ConfiguredCamera> cameras) {

    CamerasConfig {
        cameras = Map.copyOf(new TreeMap<>(cameras));
    }
}
