package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.stream.Polls.records;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.schema.Topics;

/** What nobody will ask for any more is not inferred, where it still waits behind a busy engine. */
@Timeout(180)
class LookAheadLettingGoTest {

    private static final TopicPartition P0 = new TopicPartition(Topics.FRAMES.name(), 0);
    private static final TopicPartition P1 = new TopicPartition(Topics.FRAMES.name(), 1);

    private final FakeInference inference = FakeInference.gated();
    private final FrameBatcher batcher = Frames.batcher(inference, new BatchPolicy(4, Duration.ofSeconds(10), 1 << 20));
    private final LookAheadTable table = new LookAheadTable(batcher);

    /** The engine is at one batch, and the next one is full: what comes now has to wait. */
    LookAheadLettingGoTest() throws InterruptedException {
        LongStream.range(900, 904).forEach(i -> batcher.submit(Frames.request(i)));
        inference.awaitBatch();
        LongStream.range(904, 908).forEach(i -> batcher.submit(Frames.request(i)));
    }

    @AfterEach
    void close() {
        for (int i = 0; i < 10; i++) {
            inference.letOneThrough();
        }
        batcher.close();
    }

    @Test
    void shouldLetGoOfSkippedOffsets() {
        // given
        poll(records(P0, 10, 11, 12));

        // when
        PendingFrame taken = take(P0, 12);

        // then the next batch is without 10 and 11
        poll(records(P0, 13, 14, 15));
        assertThat(batchOf(taken)).containsExactly(12L, 13L, 14L, 15L);
        assertThat(table.take(P0, 11)).isNull();
    }

    @Test
    void shouldStartOverAfterARewind() {
        // given
        poll(records(P0, 10, 11), records(P1, 20));

        // when the same offsets come again
        poll(records(P0, 10, 11, 12));

        // then what was queued before is not inferred, and the other partition kept its place
        assertThat(batchOf(take(P0, 10))).containsExactly(20L, 10L, 11L, 12L);
        assertThat(take(P1, 20).await().result()).isInstanceOf(Inferred.class);
    }

    @Test
    void shouldKeepNothingOfALostPartition() {
        // given
        poll(records(P0, 10, 11), records(P1, 20));

        // when
        table.forget(P0);

        // then
        assertThat(table.take(P0, 10)).isNull();
        poll(records(P1, 21, 22, 23));
        assertThat(batchOf(take(P1, 20))).containsExactly(20L, 21L, 22L, 23L);
    }

    @Test
    void shouldCancelEverythingWhenCleared() {
        // given
        poll(records(P0, 10, 11), records(P1, 20));

        // when
        table.clear();

        // then
        assertThat(table.take(P0, 10)).isNull();
        PendingFrame next = batcher.submit(Frames.request(1));
        LongStream.range(2, 5).forEach(i -> batcher.submit(Frames.request(i)));
        assertThat(batchOf(next)).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The batch in which this frame is inferred, once the engine goes on. */
    private List<Long> batchOf(PendingFrame frame) {
        for (int i = 0; i < 3; i++) {
            inference.letOneThrough();
        }
        frame.await();
        return inference.batches().get(2);
    }

    private PendingFrame take(TopicPartition partition, long offset) {
        return Objects.requireNonNull(table.take(partition, offset));
    }

    @SafeVarargs
    private void poll(List<ConsumerRecord<byte[], byte[]>>... partitions) {
        table.add(Polls.polled(partitions));
    }
}
