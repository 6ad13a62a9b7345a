package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pose.stream.Polls.polled;
import static pose.stream.Polls.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.schema.Topics;

/** The interceptor, its thread's table and the processors' side of it. */
@Timeout(180)
class LookAheadTest {

    private static final TopicPartition P0 = new TopicPartition(Topics.FRAMES.name(), 0);
    private static final TopicPartition P1 = new TopicPartition(Topics.FRAMES.name(), 1);

    private final FakeInference inference = FakeInference.free();
    private final FrameBatcher batcher = Frames.batcher(inference, new BatchPolicy(4, Duration.ofSeconds(10), 1 << 20));
    private final LookAhead lookAhead = new LookAhead(batcher);
    private final LookAheadInterceptor interceptor = new LookAheadInterceptor();

    LookAheadTest() {
        interceptor.configure(Map.of(LookAheadInterceptor.LOOK_AHEAD_CONFIG, lookAhead));
    }

    @AfterEach
    void close() {
        interceptor.close();
        batcher.close();
    }

    @Test
    void shouldHandFramesOverRoundRobinOverPartitions() {
        // when
        poll(records(P0, 10, 11), records(P1, 90, 91));

        // then
        assertThat(take(P0, 10).await().result()).isInstanceOf(Inferred.class);
        assertThat(inference.batches()).containsExactly(List.of(10L, 90L, 11L, 91L));
    }

    @Test
    void shouldReturnThePolledRecordsUntouched() {
        ConsumerRecords<byte[], byte[]> polled = polled(records(P0, 1, 2));

        assertThat(interceptor.onConsume(polled)).isSameAs(polled);
    }

    @Test
    void shouldGiveEachOffsetItsOwnFrameOnce() {
        poll(records(P0, 10, 11), records(P1, 10, 11));

        assertThat(take(P1, 10).frame().getSequence()).isEqualTo(10);
        assertThat(take(P0, 10).frame().getSequence()).isEqualTo(10);
        assertThat(take(P0, 11).frame().getSequence()).isEqualTo(11);
        assertThat(lookAhead.take(P0, 11)).isNull();
        assertThat(lookAhead.take(P0, 12)).isNull();
    }

    @Test
    void shouldNoticeARewindToTheLastOffsetAfterItWasTaken() {
        poll(records(P0, 10, 11));
        take(P0, 10);
        take(P0, 11);

        poll(records(P0, 11, 12));

        assertThat(take(P0, 11).frame().getSequence()).isEqualTo(11);
        assertThat(take(P0, 12).frame().getSequence()).isEqualTo(12);
    }

    @Test
    void shouldHandOverTheRestAsTheBatcherGetsRoom() throws InterruptedException {
        // given room for two frames beside the one in hand
        FakeInference gated = FakeInference.gated();
        try (FrameBatcher small = Frames.batcher(gated, new BatchPolicy(1, Duration.ZERO, 6))) {
            LookAheadTable table = new LookAheadTable(small);
            small.submit(Frames.request(0));
            gated.awaitBatch();

            // when
            table.add(polled(records(P0, 10, 11, 12, 13)));
            for (int i = 0; i < 5; i++) {
                gated.letOneThrough();
            }

            // then each frame is there when asked for, and inferred once
            for (long offset = 10; offset < 14; offset++) {
                PendingFrame pending = Objects.requireNonNull(table.take(P0, offset));
                assertThat(pending.await().result()).isEqualTo(Frames.somebodyIn(Frames.frame(offset)));
            }
            assertThat(gated.batches())
                    .containsExactly(List.of(0L), List.of(10L), List.of(11L), List.of(12L), List.of(13L));
            assertThat(table.size()).isZero();
        }
    }

    @Test
    void shouldGiveNothingForAnOffsetItDidNotSee() {
        poll(records(P0, 10, 12));

        assertThat(lookAhead.take(P0, 9)).isNull();
        assertThat(lookAhead.take(P0, 11)).isNull();
        assertThat(take(P0, 12).frame().getSequence()).isEqualTo(12);
        assertThat(lookAhead.take(P1, 10)).isNull();
    }

    @Test
    void shouldLeaveMalformedRecordsToTheirProcessor() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(records(P0, 10));
        records.add(new ConsumerRecord<>(P0.topic(), 0, 11, new byte[0], new byte[] {1, 2, 3}));
        records.add(new ConsumerRecord<>(P0.topic(), 0, 12, new byte[0], null));
        records.addAll(records(P0, 13));

        poll(records);

        assertThat(take(P0, 10).frame().getSequence()).isEqualTo(10);
        assertThat(lookAhead.take(P0, 11)).isNull();
        assertThat(lookAhead.take(P0, 12)).isNull();
        assertThat(take(P0, 13).frame().getSequence()).isEqualTo(13);
    }

    @Test
    void shouldHaveATableAThread() {
        poll(records(P0, 10));

        PendingFrame elsewhere = CompletableFuture.supplyAsync(() -> Optional.ofNullable(lookAhead.take(P0, 10)))
                .join()
                .orElse(null);

        assertThat(elsewhere).isNull();
        assertThat(lookAhead.take(P0, 10)).isNotNull();
    }

    @Test
    void shouldRefuseToBeConfiguredWithoutItsObject() {
        assertThatThrownBy(() -> new LookAheadInterceptor().configure(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pose.look.ahead");
    }

    private PendingFrame take(TopicPartition partition, long offset) {
        PendingFrame pending = lookAhead.take(partition, offset);
        assertThat(pending).as("frame at " + partition + "@" + offset).isNotNull();
        return Objects.requireNonNull(pending);
    }

    @SafeVarargs
    private void poll(List<ConsumerRecord<byte[], byte[]>>... partitions) {
        interceptor.onConsume(polled(partitions));
    }
}
