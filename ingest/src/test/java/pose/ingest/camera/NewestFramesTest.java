package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pose.ingest.CapturedFrame;
import pose.schema.CaptureClock;
import pose.schema.GapReason;

class NewestFramesTest {

    private final NewestFrames waiting = new NewestFrames(100);

    @Test
    void shouldHandOutInOrder() {
        // given
        waiting.offer(frame(0, 40));
        waiting.offer(frame(1, 40));

        // then
        assertThat(next()).isZero();
        assertThat(next()).isEqualTo(1);
        assertThat(waiting.poll()).isEmpty();
        assertThat(waiting.bytes()).isZero();
    }

    @Test
    void shouldDropTheOldestLiveFramesAndTellThemAsOneRun() {
        // when
        for (int i = 0; i < 10; i++) {
            waiting.offer(frame(i, 40));
        }

        // then two have room
        assertThat(waiting.bytes()).isEqualTo(80);
        assertThat(waiting.takeMissing()).singleElement().satisfies(run -> {
            assertThat(run.reason()).isEqualTo(GapReason.SLOW_BROKER);
            assertThat(run.firstSequence()).isZero();
            assertThat(run.count()).isEqualTo(8);
            assertThat(run.fromUs()).isZero();
            assertThat(run.untilUs()).isEqualTo(7000);
        });
        assertThat(waiting.takeMissing()).isEmpty();
        assertThat(next()).isEqualTo(8);
    }

    @Test
    void shouldTellRunsApartBetweenWhichFramesWentThrough() {
        // given
        for (int i = 0; i < 3; i++) {
            waiting.offer(frame(i, 40));
        }

        // when 1 goes, and 2 and 3 are dropped after it
        assertThat(next()).isEqualTo(1);
        for (int i = 3; i < 6; i++) {
            waiting.offer(frame(i, 40));
        }

        // then
        assertThat(waiting.takeMissing()).extracting(Missing::firstSequence).containsExactly(0L, 2L);
    }

    @Test
    void shouldPutWhatWasGivenBackFirst() {
        // given
        waiting.offer(frame(0, 40));
        waiting.offer(frame(1, 40));
        NumberedFrame taken = waiting.poll().orElseThrow();

        // when
        waiting.giveBack(taken);

        // then
        assertThat(next()).isZero();
    }

    @Test
    void shouldDropWhatIsGivenBackWhereItsRoomIsTaken() {
        // given
        waiting.offer(frame(0, 40));
        NumberedFrame taken = waiting.poll().orElseThrow();
        waiting.offer(frame(1, 40));
        waiting.offer(frame(2, 40));

        // when
        waiting.giveBack(taken);

        // then
        assertThat(next()).isEqualTo(1);
        assertThat(waiting.takeMissing()).extracting(Missing::firstSequence).containsExactly(0L);
    }

    @Test
    void shouldMakeARecordingWaitForRoomAndDropNothing() throws InterruptedException {
        // given
        waiting.put(frame(0, 60));

        // when
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> put(frame(1, 60)));

        // then
        assertThat(second).isNotDone();
        assertThat(next()).isZero();
        CamerasRig.soon().untilAsserted(() -> assertThat(second).isCompleted());
        assertThat(next()).isEqualTo(1);
        assertThat(waiting.takeMissing()).isEmpty();
    }

    @Test
    void shouldTakeARecordingsFrameThatIsLargerThanAllItsRoom() throws InterruptedException {
        waiting.put(frame(0, 400));

        assertThat(next()).isZero();
    }

    private void put(NumberedFrame frame) {
        try {
            waiting.put(frame);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long next() {
        return waiting.poll().orElseThrow().sequence();
    }

    static NumberedFrame frame(long sequence, int bytes) {
        CapturedFrame captured = new CapturedFrame(
                1000 * sequence, 0, 64, 48, new byte[bytes], Optional.empty(), CaptureClock.HOST, Optional.empty(), 0);
        return new NumberedFrame(sequence, 1000 * sequence, CaptureClock.HOST, captured);
    }
}
