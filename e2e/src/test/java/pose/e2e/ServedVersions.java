package pose.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pose.e2e.chaos.FrameId;
import pose.schema.Frame;
import pose.schema.PartPosition;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/** Which version each camera's frames were looked at by, whether the keypoints are that version's, and how long it took. */
final class ServedVersions {

    /** Of a picture's side; engines add up in any order. */
    private static final double NEAR = 1e-3;

    private final Map<String, List<List<PartPosition>>> keypoints;
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();
    private final List<String> mixed = new ArrayList<>();
    private final List<Long> latencies = new ArrayList<>();

    /** @param keypoints of each version, what it sees in each picture in turn */
    ServedVersions(Map<String, List<List<PartPosition>>> keypoints) {
        this.keypoints = Map.copyOf(keypoints);
    }

    /** Takes in a record of the keypoints' or the dead letters' topic; returns which frame it answers. */
    synchronized FrameId take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.DLQ.name())) {
            Frame letter = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            return new FrameId(letter.getCamera(), letter.getSequence());
        }
        // The frame's own timestamp, which its producer gave it and the stream hands on.
        latencies.add(System.currentTimeMillis() - record.timestamp());
        PoseFrame pose = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        String version = pose.getWeights().getVersion();
        String before = newest.put(pose.getCamera(), version);
        if (before != null && !before.equals(version)) {
            changes.merge(pose.getCamera(), 1, Integer::sum);
        }
        FrameId frame = new FrameId(pose.getCamera(), pose.getSequence());
        if (!isSeenBy(version, pose)) {
            mixed.add(frame + " says " + version);
        }
        return frame;
    }

    private boolean isSeenBy(String version, PoseFrame pose) {
        List<List<PartPosition>> pictures = Objects.requireNonNull(keypoints.get(version), version);
        List<PartPosition> expected = pictures.get((int) (pose.getSequence() % pictures.size()));
        List<PartPosition> seen = pose.getPeople().get(0).getKeypoints();
        return near(expected, seen);
    }

    /** Whether two answers are one version's. */
    static boolean near(List<PartPosition> a, List<PartPosition> b) {
        for (int i = 0; i < a.size(); i++) {
            if (Math.abs(a.get(i).getX() - b.get(i).getX()) > NEAR
                    || Math.abs(a.get(i).getY() - b.get(i).getY()) > NEAR) {
                return false;
            }
        }
        return a.size() == b.size();
    }

    /** How many cameras' last frame was looked at by this version. */
    synchronized long camerasOn(String version) {
        return newest.values().stream().filter(version::equals).count();
    }

    /** How often the version changed, by camera, in the order of its events. */
    synchronized Map<String, Integer> changes() {
        return Map.copyOf(changes);
    }

    /** Frames whose keypoints are not those of the version that their event names. */
    synchronized List<String> mixed() {
        return List.copyOf(mixed);
    }

    /** From a frame's being published until its event was read, in milliseconds; those since the last call. */
    synchronized List<Long> takeLatencies() {
        List<Long> taken = List.copyOf(latencies);
        latencies.clear();
        return taken;
    }
}
