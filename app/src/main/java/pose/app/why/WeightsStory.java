package pose.app.why;

import java.util.List;
import java.util.Optional;
import pose.cpm.WeightsVersion;
import pose.schema.Activation;
import pose.schema.WeightsEvent;
import pose.schema.WeightsRef;

/**
 * What is known of the weights that looked at a frame.
 *
 * @param ref as the event names them
 * @param version the version itself, checked against its manifest
 * @param trouble why there is none, or that it is another than the event names; empty where nothing is wrong
 * @param channels records of channels that name it, or did before
 * @param events what happened to it, the oldest first
 */
public record WeightsStory(
        WeightsRef ref,
        Optional<WeightsVersion> version,
        String trouble,
        List<Activation> channels,
        List<WeightsEvent> events) {

    public WeightsStory {
        channels = List.copyOf(channels);
        events = List.copyOf(events);
    }
}
