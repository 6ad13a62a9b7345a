package pose.stream.track;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where a task keeps its cameras' tracks, by camera: in memory, and on a changelog that a successor reads. */
public final class TrackStore {

    public static final String NAME = "pose-tracks";

    /** The latest of each camera is all that counts: in small segments the others are gone soon, and a restart is quick. */
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(4 << 20));

    private TrackStore() {}

    /** With its cache, so that the changelog gets a camera's tracks once a commit, together with the offsets. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(CHANGELOG);
    }

    /** The topic that Kafka Streams makes for it. */
    public static String changelog(String applicationId) {
        return applicationId + "-" + NAME + "-changelog";
    }
}
