package pose.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldNameEveryTopicOnce() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "pose.frames.v1", "pose.keypoints.v1", "pose.gaps.v1", "pose.weights.v1", "pose.dlq.v1");
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

    @Test
    void shouldReadFramesOfBeforeTheySaidWhetherTheyAreLive() throws IOException {
        // given
        Schema former = FormerSchemas.frameWithoutLive();
        Frame today = Samples.frame();
        GenericData.Record written = new GenericData.Record(former);
        former.getFields().forEach(field -> written.put(field.name(), today.get(field.name())));
        written.put(
                "encoding",
                new GenericData.EnumSymbol(former.getField("encoding").schema(), "JPEG"));
        ByteBuffer encoded = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), former).encode(written);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);

        // when
        Frame read = Topics.FRAMES.valueSerde().deserializer().deserialize(Topics.FRAMES.name(), bytes);

        // then
        assertThat(former.getField("live")).isNull();
        assertThat(read).isEqualTo(today);
        assertThat(read.getLive()).isFalse();
    }

    private static String maxBytes(Topic<?, ?> topic) {
        return topic.configs().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    }
}
