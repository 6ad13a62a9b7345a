package pose.app.why;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import pose.app.slice.FrameSearch;
import pose.app.slice.PlacedFrame;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.GapReason;
import pose.schema.Original;
import pose.schema.PoseFrame;
import pose.schema.Provenance;

/** Finds the frame that an event is of: where the event says, and else by its id. */
final class FrameFinder {

    private final FrameSearch search;
    private final String topic;

    FrameFinder(FrameSearch search, String topic) {
        this.search = search;
        this.topic = topic;
    }

    Sought find(FrameId id, Answer answer) {
        if (answer instanceof Answer.Posed posed) {
            Provenance provenance = posed.event().getProvenance();
            List<FrameId> ids = ids(id, posed.event());
            return provenance == null ? named(ids) : placed(ids, provenance.getPartition(), provenance.getOffset());
        }
        if (answer instanceof Answer.Buried buried && buried.frame().topic().equals(topic)) {
            return placed(
                    List.of(id), buried.frame().partition(), buried.frame().offset());
        }
        if (answer instanceof Answer.Missing missing && missing.gap().getReason() != GapReason.TOO_OLD) {
            return new Sought.Absent("a frame that never came has no picture");
        }
        return named(List.of(id));
    }

    /** An event of a replay whose frames went onto no topic has an id of its own: its frame is the original. */
    private static List<FrameId> ids(FrameId id, PoseFrame event) {
        @Nullable Original original = event.getOriginal();
        return original == null
                ? List.of(id)
                : List.of(id, new FrameId(id.camera(), original.getEpoch(), original.getSequence()));
    }

    private Sought placed(List<FrameId> ids, int partition, long offset) {
        RecordPlace place = new RecordPlace(topic, partition, offset);
        Optional<PlacedFrame> there = search.at(partition, offset);
        if (there.isPresent() && ids.contains(there.get().id())) {
            return new Sought.Found(there.get(), true);
        }
        long beginning = search.beginning(new TopicPartition(topic, partition));
        if (there.isEmpty() && offset < beginning) {
            return new Sought.Absent(
                    "it was " + place + "; the topic keeps frames no longer than that, and begins at offset "
                            + beginning + " now (retention)");
        }
        return new Sought.Absent("it is not what is in " + place
                + there.map(other -> ": that is " + other.id()).orElse("") + "; was the topic made anew?");
    }

    private Sought named(List<FrameId> ids) {
        return ids.stream()
                .map(search::named)
                .flatMap(Optional::stream)
                .findFirst()
                .<Sought>map(frame -> new Sought.Found(frame, false))
                .orElseGet(() -> new Sought.Absent("no such frame is on topic " + topic
                        + "; it may never have been there, or be older than the topic keeps frames (retention)"));
    }
}
