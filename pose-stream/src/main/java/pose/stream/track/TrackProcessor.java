package pose.stream.track;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.schema.PoseFrame;
import pose.schema.TrackEvent;
import pose.track.BrokenTracksException;
import pose.track.CameraTracks;
import pose.track.TrackSettings;

/**
 * Says of everyone in an event who it is, and tells who came and went. A camera's tracks are kept in the task's store, whose
 * changelog moves with the offsets: after a crash they go on from where the frames do.
 */
public final class TrackProcessor implements Processor<byte[], SeenEvent, byte[], Object> {

    private static final Logger LOG = LoggerFactory.getLogger(TrackProcessor.class);

    private final TrackSettings settings;
    private final TrackListener listener;
    private final String events;
    private final String changes;
    /** What the store has, read once. */
    private final Map<String, CameraTracks> known = new HashMap<>();

    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<String, byte[]> store;

    /**
     * Tracks with the given settings.
     *
     * @param events the child node that gets one {@link PoseFrame} an event
     * @param changes the child node that gets a {@link TrackEvent} for each change
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    public TrackProcessor(TrackSettings settings, TrackListener listener, String events, String changes) {
        this.settings = settings;
        this.listener = listener;
        this.events = events;
        this.changes = changes;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        this.context = context;
        this.store = context.getStateStore(TrackStore.NAME);
        known.clear();
    }

    @Override
    public void process(Record<byte[], SeenEvent> record) {
        long began = System.nanoTime();
        String camera = record.value().event().getCamera();
        CameraTracks before = known.computeIfAbsent(camera, this::restored);
        TrackedEvent tracked = TrackedEvent.of(record.value(), before, settings);
        if (tracked.next() != before) {
            known.put(camera, tracked.next());
            store.put(camera, tracked.next().toBytes());
        }
        long nanos = System.nanoTime() - began;
        context.forward(record.withValue(tracked.event()), events);
        for (TrackEvent change : tracked.told()) {
            context.forward(new Record<>(record.key(), change, record.timestamp()), changes);
        }
        listener.tracked(camera, tracked.changes(), nanos);
    }

    private CameraTracks restored(String camera) {
        byte[] bytes = store.get(camera);
        try {
            return bytes == null ? CameraTracks.none() : CameraTracks.fromBytes(bytes);
        } catch (BrokenTracksException e) {
            LOG.warn(
                    "camera {}: everyone gets another number, the tracks that were kept are of no use: {}",
                    camera,
                    e.getMessage());
            return CameraTracks.none();
        }
    }
}
