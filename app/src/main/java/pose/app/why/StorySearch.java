package pose.app.why;

import java.util.Optional;
import java.util.function.Consumer;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.slice.FrameSearch;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;

/** Finds all that the topics and the weights store tell of a frame. */
public final class StorySearch {

    private final Cluster cluster;
    private final Topic<String, PoseFrame> events;
    private final Topic<String, Frame> frames;
    private final Versions store;
    private final Consumer<String> problems;

    /** @param problems is told, in one line each, of records that are not what their topic holds; they are left out */
    public StorySearch(
            Cluster cluster,
            Topic<String, PoseFrame> events,
            Topic<String, Frame> frames,
            Versions store,
            Consumer<String> problems) {
        this.cluster = cluster;
        this.events = events;
        this.frames = frames;
        this.store = store;
        this.problems = problems;
    }

    /**
     * Looks for it.
     *
     * @throws UserMistake where a topic is not there
     */
    public FrameStory find(FrameId id) {
        cluster.require(frames, events, Topics.GAPS, Topics.DLQ);
        Answer answer = new AnswerSearch(cluster, events, problems).find(id, FrameSearch.earliestMillis(id.epoch()));
        try (FrameSearch search = FrameSearch.open(cluster, frames)) {
            Sought frame = new FrameFinder(search, frames.name()).find(id, answer);
            Optional<PoseFrame> event =
                    answer instanceof Answer.Posed posed ? Optional.of(posed.event()) : Optional.empty();
            WeightsSearch versions = new WeightsSearch(cluster, store, problems);
            return new FrameStory(
                    id,
                    answer,
                    frame,
                    event.map(posed -> versions.find(posed.getWeights())),
                    event.map(PoseFrame::getLocator).map(versions::find));
        }
    }
}
