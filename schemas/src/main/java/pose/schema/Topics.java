package pose.schema;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.NullMarked;

/** Every topic of the pipeline: its name, key, value and configuration, in this one place. */
@NullMarked
public final class Topics {

    /** The largest frame record, in bytes as a batch of one: a JPEG, its fields and its headers. */
    public static final int MAX_FRAME_BYTES = 8 * 1024 * 1024;

    /** Room in a dead letter for the headers that a frame of the largest size gains. */
    private static final int DEAD_LETTER_ROOM = 64 * 1024;

    /**
     * The record header that carries a synthetic frame's {@link Truth}, encoded by {@link #TRUTH_SERDE}. Kafka Streams
     * forwards it from the frame to its keypoints.
     */
    public static final String TRUTH_HEADER = "pose-truth";

    /** Encodes what is in {@link #TRUTH_HEADER}. */
    public static final SingleObjectSerde<Truth> TRUTH_SERDE =
            new SingleObjectSerde<>(Truth.class, FormerSchemas.truthWithoutIds(), FormerSchemas.truthWithoutSight());

    /** Pictures, keyed by camera. JPEG does not compress further, so these are never compressed. */
    public static final Topic<String, Frame> FRAMES = new Topic<>(
            "pose.frames.v1",
            Serdes.String(),
            new SingleObjectSerde<>(
                    Frame.class,
                    FormerSchemas.frameWithoutLive(),
                    FormerSchemas.frameWithoutClock(),
                    FormerSchemas.frameWithoutAttention()),
            Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(MAX_FRAME_BYTES),
                    TopicConfig.COMPRESSION_TYPE_CONFIG,
                    "uncompressed",
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "CreateTime",
                    TopicConfig.RETENTION_MS_CONFIG,
                    days(1)));

    /** One record a frame, keyed by camera. */
    public static final Topic<String, PoseFrame> KEYPOINTS = new Topic<>(
            "pose.keypoints.v1",
            Serdes.String(),
            new SingleObjectSerde<>(
                    PoseFrame.class,
                    FormerSchemas.poseFrameWithoutOriginal(),
                    FormerSchemas.poseFrameWithoutProvenance(),
                    FormerSchemas.poseFrameWithoutTracks()),
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", TopicConfig.RETENTION_MS_CONFIG, days(7)));

    /** Frames that were dropped or never came, keyed by camera. */
    public static final Topic<String, Gap> GAPS = new Topic<>(
            "pose.gaps.v1",
            Serdes.String(),
            new SingleObjectSerde<>(Gap.class, FormerSchemas.gapOfOneMoment()),
            Map.of(TopicConfig.RETENTION_MS_CONFIG, days(7)));

    /**
     * Which version each channel points to, keyed by {@code MODEL/CHANNEL}; the latest value of a key is what counts. Always one
     * partition: whoever changes a channel must have seen every change before.
     */
    public static final Topic<String, Activation> WEIGHTS = new Topic<>(
                    "pose.weights.v1",
                    Serdes.String(),
                    new SingleObjectSerde<>(Activation.class),
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
            .ofOnePartition();

    /** What happened to weights versions, keyed by model. */
    public static final Topic<String, WeightsEvent> WEIGHTS_EVENTS = new Topic<>(
            "pose.weights.events.v1",
            Serdes.String(),
            new SingleObjectSerde<>(WeightsEvent.class),
            Map.of(TopicConfig.RETENTION_MS_CONFIG, days(30)));

    /** What versions see that do not serve, keyed by camera. */
    public static final Topic<String, ShadowPose> SHADOW = new Topic<>(
            "pose.shadow.v1",
            Serdes.String(),
            new SingleObjectSerde<>(ShadowPose.class, FormerSchemas.shadowPoseWithoutTracks()),
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", TopicConfig.RETENTION_MS_CONFIG, days(7)));

    /** Who came, went, was lost and found again, keyed by camera. */
    public static final Topic<String, TrackEvent> TRACKS = new Topic<>(
            "pose.tracks.v1",
            Serdes.String(),
            new SingleObjectSerde<>(TrackEvent.class),
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", TopicConfig.RETENTION_MS_CONFIG, days(7)));

    /** Frames that cannot be processed, byte for byte as they came, with {@link DeadLetterHeaders}. */
    public static final Topic<byte[], byte[]> DLQ = new Topic<>(
            "pose.dlq.v1",
            Serdes.ByteArray(),
            Serdes.ByteArray(),
            Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(MAX_FRAME_BYTES + DEAD_LETTER_ROOM),
                    TopicConfig.COMPRESSION_TYPE_CONFIG,
                    "uncompressed",
                    TopicConfig.RETENTION_MS_CONFIG,
                    days(7)));

    /** All of them, for whoever creates them. */
    public static final List<Topic<?, ?>> ALL =
            List.of(FRAMES, KEYPOINTS, TRACKS, GAPS, WEIGHTS, WEIGHTS_EVENTS, SHADOW, DLQ);

    private Topics() {}

    private static String days(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
