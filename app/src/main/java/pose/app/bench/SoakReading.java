package pose.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a stream's process held at a moment.
 *
 * @param minutes since its first event
 * @param process as the system tells it
 * @param heapMebibytes of Java objects, dead ones not collected yet with them; NaN where not told
 * @param directMebibytes of Java's direct buffers; NaN where not told
 * @param sent frames sent so far
 * @param answered events seen so far
 */
record SoakReading(
        double minutes, ProcessReading process, double heapMebibytes, double directMebibytes, int sent, int answered) {

    /** As {@code --json} writes it. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("minutes", minutes);
        map.put("resident_mebibytes", process.residentMebibytes());
        map.put("heap_mebibytes", heapMebibytes);
        map.put("direct_mebibytes", directMebibytes);
        map.put("threads", process.threads());
        map.put("files", process.files());
        map.put("frames_sent", sent);
        map.put("frames_answered", answered);
        return map;
    }
}
