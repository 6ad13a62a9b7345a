package pose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    @Test
    void shouldNameEveryTopicOnce() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "pose.frames.v1",
                        "pose.keypoints.v1",
                        "pose.tracks.v1",
                        "pose.gaps.v1",
                        "pose.weights.v1",
                        "pose.weights.events.v1",
                        "pose.shadow.v1",
                        "pose.dlq.v1");
    }

    @Test
    void shouldAllowFramesOfEightMebibytesAndNeverCompressThem() {
        assertThat(Topics.FRAMES.configs())
                .containsEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "8388608")
                .containsEntry(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
    }

    @Test
    void shouldLeaveRoomForTheLargestFrameAmongDeadLetters() {
        int frames = Integer.parseInt(maxBytes(Topics.FRAMES));

        assertThat(Integer.parseInt(maxBytes(Topics.DLQ))).isGreaterThan(frames);
    }

    @Test
    void shouldCompactWeights() {
        assertThat(Topics.WEIGHTS.configs()).containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
    }

    @Test
    void shouldGiveWeightsOnePartitionWhateverTheOthersGet() {
        var created = Topics.WEIGHTS.newTopic(4, 1);

        assertThat(created.numPartitions()).isEqualTo(1);
    }

    @Test
    void shouldHandItsConfigurationToTheNewTopic() {
        var created = Topics.FRAMES.newTopic(4, 1);

        assertThat(created.name()).isEqualTo("pose.frames.v1");
        assertThat(created.numPartitions()).isEqualTo(4);
        assertThat(created.replicationFactor()).isEqualTo((short) 1);
        assertThat(created.configs()).isEqualTo(Topics.FRAMES.configs());
    }

    @Test
    void shouldRefusePartitionsAndReplicationOutOfRange() {
        assertThatThrownBy(() -> Topics.FRAMES.newTopic(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partitions is 0");
        assertThatThrownBy(() -> Topics.FRAMES.newTopic(1, 40_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replication is 40000");
    }

    @ParameterizedTest
    @MethodSource("former")
    <T extends SpecificRecord> void shouldReadWhatWasWrittenUnderEveryFormerSchema(
            Schema former, Topic<String, T> topic, T today, List<String> since) throws IOException {
        // given a record of before, the same as today's in all that it has
        GenericData.Record written = new GenericData.Record(former);
        GenericRecord whole = asGeneric(today, former);
        former.getFields().forEach(field -> written.put(field.name(), whole.get(field.name())));
        byte[] bytes = encoded(former, written);

        // when
        T read = topic.valueSerde().deserializer().deserialize(topic.name(), bytes);

        // then what came since is as its default says
        assertThat(since).allSatisfy(field -> assertThat(former.getField(field)).isNull());
        for (Schema.Field field : today.getSchema().getFields()) {
            Object expected =
                    since.contains(field.name()) ? GenericData.get().getDefaultValue(field) : today.get(field.pos());
            assertThat(String.valueOf(read.get(field.pos()))).as(field.name()).isEqualTo(String.valueOf(expected));
        }
    }

    static Stream<Arguments> former() {
        return Stream.of(
                Arguments.of(
                        FormerSchemas.frameWithoutLive(),
                        Topics.FRAMES,
                        Samples.frame(),
                        List.of("live", "capture_clock", "original", "attention")),
                Arguments.of(
                        FormerSchemas.frameWithoutClock(),
                        Topics.FRAMES,
                        Samples.frame(),
                        List.of("capture_clock", "original", "attention")),
                Arguments.of(
                        FormerSchemas.frameWithoutAttention(), Topics.FRAMES, Samples.frame(), List.of("attention")),
                Arguments.of(
                        FormerSchemas.poseFrameWithoutOriginal(),
                        Topics.KEYPOINTS,
                        Samples.untrackedPoseFrame(),
                        List.of("original", "provenance", "locator", "cut")),
                Arguments.of(
                        FormerSchemas.poseFrameWithoutProvenance(),
                        Topics.KEYPOINTS,
                        Samples.untrackedPoseFrame(),
                        List.of("provenance", "locator", "cut")),
                Arguments.of(
                        FormerSchemas.poseFrameWithoutTracks(),
                        Topics.KEYPOINTS,
                        Samples.untrackedPoseFrame(),
                        List.of("locator", "cut")),
                Arguments.of(
                        FormerSchemas.shadowPoseWithoutTracks(),
                        Topics.SHADOW,
                        Samples.untrackedShadowPose(),
                        List.of()),
                Arguments.of(
                        FormerSchemas.gapOfOneMoment(), Topics.GAPS, Samples.gap(), List.of("until_us", "detail")));
    }

    @Test
    void shouldReadTruthThatDoesNotSayWhoIsWho() throws IOException {
        Schema former = FormerSchemas.truthWithoutIds();
        byte[] bytes = encoded(former, asGeneric(Samples.truth(), former));

        Truth read = Topics.TRUTH_SERDE.decode(bytes);

        assertThat(read).isEqualTo(Samples.truthOfNobodyInParticular());
    }

    @Test
    void shouldReadTruthThatDoesNotSayWhatIsInSight() throws IOException {
        Schema former = FormerSchemas.truthWithoutSight();
        byte[] bytes = encoded(former, asGeneric(Samples.truth(), former));

        Truth read = Topics.TRUTH_SERDE.decode(bytes);

        assertThat(read).isEqualTo(Samples.truthWithEverythingInSight());
    }

    /** Through Avro's own resolution, so that nested records become the former schema's. */
    private static GenericRecord asGeneric(SpecificRecord today, Schema former) throws IOException {
        ByteBuffer bytes =
                new BinaryMessageEncoder<SpecificRecord>(SpecificData.get(), today.getSchema()).encode(today);
        var reader = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), former);
        reader.addSchema(today.getSchema());
        return reader.decode(bytes);
    }

    private static byte[] encoded(Schema schema, GenericRecord record) throws IOException {
        ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(record);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static String maxBytes(Topic<?, ?> topic) {
        return topic.configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    }
}
