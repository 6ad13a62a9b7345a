package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamConfigTest {

    private static final StreamConfig CONFIG = StreamConfig.of("host:9092");
    private static final EnginePace PACE = new EnginePace(Duration.ofSeconds(30), 16);

    @Test
    void shouldNameParameterValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> CONFIG.withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads is 0; it must be from 1 to 64");
        assertThatThrownBy(() -> CONFIG.withApplicationId("a b")).hasMessageContaining("applicationId is 'a b'");
        assertThatThrownBy(() -> CONFIG.withInstance("")).hasMessageContaining("instance is ''");
        assertThatThrownBy(() -> CONFIG.withBatches(0, Duration.ZERO)).hasMessageContaining("maxBatch is 0");
        assertThatThrownBy(() -> StreamConfig.of(" ")).hasMessageContaining("bootstrap is empty");
    }

    @Test
    void shouldRefuseKafkaSettingsThatFollowFromItsOwn() {
        assertThatThrownBy(() -> CONFIG.withKafka(Map.of("processing.guarantee", "at_least_once")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("processing.guarantee is at_least_once");
    }

    @Test
    void shouldKeepWhatOneChangeDoesNotName() {
        StreamConfig changed = CONFIG.withThreads(3)
                .withExactlyOnce(true)
                .withInstance("left")
                .withBatches(8, Duration.ofMillis(5))
                .withKafka(Map.of("client.id", "me"));

        assertThat(changed.threads()).isEqualTo(3);
        assertThat(changed.exactlyOnce()).isTrue();
        assertThat(changed.instance()).contains("left");
        assertThat(changed.batching().maxBatch()).isEqualTo(8);
        assertThat(changed.batching().maxQueuedBytes())
                .isEqualTo(CONFIG.batching().maxQueuedBytes());
        assertThat(changed.kafka()).containsEntry("client.id", "me");
        assertThat(changed.bootstrap()).isEqualTo("host:9092");
        assertThat(changed.tracks()).isEqualTo(CONFIG.tracks());
        assertThat(changed.withTracks(Optional.empty()).threads()).isEqualTo(3);
    }

    @Test
    void shouldLetWhoeverJoinsHaveCamerasAtOnceWithTheirTracks() {
        try (FrameBatcher batcher = Frames.batcher(FakeInference.free(), CONFIG.batching())) {
            StreamConfig config = CONFIG.withThreads(3);
            StreamsConfig settings = new StreamsConfig(KafkaSettings.of(config, new LookAhead(batcher), PACE));

            assertThat(settings.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG))
                    .isEqualTo(Long.MAX_VALUE);
            assertThat(settings.getLong(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG))
                    .isEqualTo(3 * 16 * 1024 * 1024);
            assertThat(settings.getRestoreConsumerConfigs("client")).containsEntry("max.poll.records", 1_000);
        }
    }

    @Test
    void shouldTellKafkaStreamsWhatFramesNeed() {
        try (FrameBatcher batcher = Frames.batcher(FakeInference.free(), CONFIG.batching())) {
            StreamConfig config =
                    CONFIG.withExactlyOnce(true).withInstance("left").withKafka(Map.of("producer.linger.ms", "0"));
            StreamsConfig settings = new StreamsConfig(KafkaSettings.of(config, new LookAhead(batcher), PACE));

            Map<String, Object> consumer = settings.getMainConsumerConfigs("pose-stream", "client", 1);
            assertThat(consumer)
                    .containsEntry("max.poll.records", 32)
                    .containsEntry("max.partition.fetch.bytes", 4 * 1024 * 1024)
                    .containsEntry("interceptor.classes", LookAheadInterceptor.class.getName())
                    .containsEntry("max.poll.interval.ms", 360_000)
                    .containsEntry("group.instance.id", "left-1");
            assertThat(consumer.get(LookAheadInterceptor.LOOK_AHEAD_CONFIG)).isInstanceOf(LookAhead.class);
            assertThat(settings.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                    .isEqualTo("exactly_once_v2");
            assertThat(settings.getProducerConfigs("client"))
                    .containsEntry("linger.ms", "0")
                    .containsEntry("transaction.timeout.ms", 300_000)
                    .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE)
                    .containsEntry("max.request.size", Integer.toString(8 * 1024 * 1024 + 64 * 1024));
        }
    }
}
