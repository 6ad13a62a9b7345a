package pose.app.slice;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import pose.app.UserMistake;
import pose.app.slice.SliceBound.FrameId;
import pose.app.slice.SliceBound.Moment;
import pose.app.slice.SliceBound.Place;

/** Finds the bounds of slices on a topic. */
final class EdgeSearch {

    private final FrameSearch search;

    EdgeSearch(FrameSearch search) {
        this.search = search;
    }

    /**
     * Finds one.
     *
     * @param option names it in messages
     * @param end whether a slice ends there: then a frame that it names is still part of it
     * @throws UserMistake where it names a frame that is not there
     */
    Edge find(String option, SliceBound bound, boolean end) {
        if (bound instanceof Moment moment) {
            return new Edge(moment.timeUs(), Optional.empty());
        }
        PlacedFrame found = bound instanceof Place place ? at(option, place) : named(option, (FrameId) bound);
        return new Edge(
                found.frame().getCaptureTimeUs() + (end ? 1 : 0),
                Optional.of(new Edge.Anchor(found.frame().getCamera(), found.partition(), found.offset())));
    }

    private PlacedFrame at(String option, Place place) {
        String topic = search.topic().name();
        TopicPartition partition = new TopicPartition(topic, place.partition());
        Long last = search.ends().get(partition);
        if (last == null) {
            throw new UserMistake(option + " " + place + ": topic " + topic + " has the partitions 0 to "
                    + (search.ends().size() - 1));
        }
        long first = search.beginning(partition);
        if (place.offset() < first || place.offset() >= last) {
            throw new UserMistake(option + " " + place + ": partition " + place.partition() + " of topic " + topic
                    + (first == last ? " is empty" : " has the offsets " + first + " to " + (last - 1)));
        }
        ConsumerRecord<byte[], byte[]> record = search.record(partition, place.offset())
                .orElseThrow(() -> new UserMistake(option + " " + place + ": no record is there any more"));
        return FrameSearch.placed(record)
                .orElseThrow(() -> new UserMistake(option + " " + place + ": what is there is no frame"));
    }

    private PlacedFrame named(String option, FrameId id) {
        return search.named(id)
                .orElseThrow(() -> new UserMistake(option + " " + id + ": no such frame is on topic "
                        + search.topic().name()
                        + "; it may never have been there, or be older than the topic keeps frames"));
    }
}
