package pose.app.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import pose.app.UserMistake;
import pose.app.event.TopicEvents;
import pose.app.kafka.Cluster;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledLocator;
import pose.cpm.BundledWeights;
import pose.cpm.WeightsVersion;
import pose.schema.Activation;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.WeightsEvent;
import pose.schema.WeightsRef;

/** Looks for the weights that an event names: the version, and what the topics tell of it. */
final class WeightsSearch {

    private final Cluster cluster;
    private final Versions store;
    private final Consumer<String> problems;

    WeightsSearch(Cluster cluster, Versions store, Consumer<String> problems) {
        this.cluster = cluster;
        this.store = store;
        this.problems = problems;
    }

    WeightsStory find(WeightsRef ref) {
        List<Activation> channels = all(
                Topics.WEIGHTS,
                record -> record.getName().equals(ref.getName())
                        && (record.getVersion().equals(ref.getVersion())
                                || record.getHistory().contains(ref.getVersion())));
        List<WeightsEvent> events = new ArrayList<>(all(
                Topics.WEIGHTS_EVENTS,
                event -> event.getModel().equals(ref.getName())
                        && event.getVersion().equals(ref.getVersion())));
        events.sort(Comparator.comparingLong(WeightsEvent::getAtUs));
        try {
            WeightsVersion version = open(ref);
            String trouble = version.sha256().equals(ref.getSha256())
                    ? ""
                    : "the version of that name has other weights now: SHA-256 " + version.sha256();
            return new WeightsStory(ref, Optional.of(version), trouble, channels, events);
        } catch (BadWeightsException | UserMistake e) {
            return new WeightsStory(ref, Optional.empty(), String.valueOf(e.getMessage()), channels, events);
        }
    }

    private WeightsVersion open(WeightsRef ref) throws BadWeightsException {
        WeightsVersion bundled = BundledWeights.open();
        Optional<WeightsVersion> locator = BundledLocator.open();
        if (is(bundled, ref)) {
            return bundled;
        }
        return locator.isPresent() && is(locator.get(), ref)
                ? locator.get()
                : store.open(ref.getName() + "/" + ref.getVersion());
    }

    private static boolean is(WeightsVersion version, WeightsRef ref) {
        return version.sha256().equals(ref.getSha256())
                && version.name().equals(ref.getName())
                && version.version().equals(ref.getVersion());
    }

    private <V> List<V> all(Topic<String, V> topic, Predicate<V> wanted) {
        List<V> found = new ArrayList<>();
        if (!cluster.has(topic)) {
            return found;
        }
        try (TopicEvents<V> records = TopicEvents.open(cluster, topic, true, problems)) {
            records.stopAtEnd();
            while (records.hasMore()) {
                records.poll().stream().filter(wanted).forEach(found::add);
            }
        }
        return found;
    }
}
