package pose.ingest.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pose.ingest.camera.CameraSettings;

/** What is new, changed and gone, for people. */
final class Difference {

    private Difference() {}

    static String of(Collection<CameraSettings> before, Collection<CameraSettings> after) {
        Map<String, CameraSettings> former = byId(before);
        Map<String, CameraSettings> now = byId(after);
        List<String> words = new ArrayList<>();
        now.forEach((id, camera) -> {
            CameraSettings was = former.get(id);
            if (was == null) {
                words.add(id + " is new");
            } else if (!was.equals(camera)) {
                words.add(id + " is changed");
            }
        });
        former.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> words.add(id + " is gone"));
        return words.isEmpty() ? "the cameras are the same" : String.join(", ", words);
    }

    private static Map<String, CameraSettings> byId(Collection<CameraSettings> cameras) {
        Map<String, CameraSettings> byId = new TreeMap<>();
        cameras.forEach(camera -> byId.put(camera.id(), camera));
        return byId;
    }
}
