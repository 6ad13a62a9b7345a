package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.skeleton.Point;
import pose.stream.LocatingTurns.Followed;
import pose.stream.LocatingTurns.Step;

class LocatingTurnsTest {

    private final LocatingTurns turns = new LocatingTurns(4);

    @Test
    void shouldLocateInEveryFrameWhereEachIsATurn() {
        LocatingTurns each = new LocatingTurns(1);

        assertThat(List.of(frame(0), frame(1), frame(2)))
                .allSatisfy(frame -> assertThat(each.take(frame)).isInstanceOf(Step.Locate.class));
    }

    @Test
    void shouldLocateInTheFirstFrameSeenOfEachTurn() {
        // given
        PendingFrame first = frame(2);
        assertThat(turns.take(first)).isInstanceOf(Step.Locate.class);
        turns.located(first, walker(0));

        // then where the camera's first is in the middle of a turn, and where the first of a turn never came
        assertThat(turns.take(frame(3))).isInstanceOf(Step.Follow.class);
        assertThat(turns.take(frame(6))).isInstanceOf(Step.Locate.class);
    }

    @Test
    void shouldKeepCamerasApart() {
        PendingFrame yard = frame(0);
        assertThat(turns.take(yard)).isInstanceOf(Step.Locate.class);

        assertThat(turns.take(new PendingFrame(Frames.of("gate", 1), 0))).isInstanceOf(Step.Locate.class);
    }

    @Test
    void shouldBeginAnewWithAnotherEpochAndWithAFrameSeenBefore() {
        // given
        PendingFrame first = frame(0);
        turns.take(first);
        turns.located(first, walker(0));
        PendingFrame restarted = new PendingFrame(Frames.ofEpoch(2, 1), 0);

        // then
        assertThat(turns.take(restarted)).isInstanceOf(Step.Locate.class);
        assertThat(turns.take(frame(2))).isInstanceOf(Step.Locate.class);
        assertThat(turns.take(frame(2))).isInstanceOf(Step.Locate.class);
        assertThat(turns.take(frame(1))).isInstanceOf(Step.Locate.class);
    }

    @Test
    void shouldSayTheSameWhetherFramesComeBeforeOrAfterOthersAreLocated() {
        // given two turns of which the second is located first
        PendingFrame first = frame(0);
        PendingFrame second = frame(4);
        PendingFrame follower = frame(6);
        turns.take(first);
        turns.take(second);
        assertThat(turns.take(follower)).isInstanceOf(Step.Wait.class);
        assertThat(turns.waiting()).containsExactly(follower);

        // when
        List<Followed> tooEarly = turns.located(second, walker(4));
        List<Followed> followed = turns.located(first, walker(0));
        Step late = turns.take(frame(7));

        // then
        assertThat(tooEarly).isEmpty();
        assertThat(followed).containsExactly(new Followed(follower, walker(6)));
        assertThat(late).isEqualTo(new Step.Follow(walker(7)));
        assertThat(turns.waiting()).isEmpty();
    }

    @Test
    void shouldPutTheNextFrameInThePlaceOfALostOne() {
        // given
        PendingFrame lost = frame(0);
        PendingFrame cancelled = frame(1);
        PendingFrame heir = frame(2);
        PendingFrame follower = frame(3);
        List.of(lost, cancelled, heir, follower).forEach(turns::take);
        cancelled.result().cancel(false);

        // when
        List<Followed> followed = new ArrayList<>();
        assertThat(turns.lost(cancelled, followed)).isEmpty();
        assertThat(turns.lost(lost, followed)).contains(heir);

        // then
        assertThat(followed).isEmpty();
        assertThat(turns.located(heir, walker(2))).containsExactly(new Followed(follower, walker(2)));
        assertThat(turns.take(frame(3))).isInstanceOf(Step.Locate.class);
    }

    @Test
    void shouldGoOnFromTheTurnBeforeWhereOneIsLost() {
        // given a turn that was located, one that is lost, and one after it that waits for nobody else
        PendingFrame first = frame(0);
        PendingFrame lost = frame(4);
        PendingFrame third = frame(8);
        PendingFrame follower = frame(9);
        List.of(first, lost, third, follower).forEach(turns::take);
        turns.located(first, walker(0));
        assertThat(turns.located(third, walker(8))).isEmpty();

        // when
        List<Followed> followed = new ArrayList<>();
        assertThat(turns.lost(lost, followed)).isEmpty();

        // then
        assertThat(followed).containsExactly(new Followed(follower, walker(9)));
    }

    @Test
    void shouldLocateAgainInATurnWhoseOnlyFrameWasLost() {
        PendingFrame lost = frame(0);
        turns.take(lost);

        assertThat(turns.lost(lost, new ArrayList<>())).isEmpty();

        assertThat(turns.take(frame(1))).isInstanceOf(Step.Locate.class);
    }

    /** A millisecond after the one before. */
    private static PendingFrame frame(long sequence) {
        return new PendingFrame(Frames.request(sequence), 0);
    }

    /** Somebody who walks two pixels a frame. */
    private static Located walker(long sequence) {
        return new Located(List.of(new Sighting(new Point(2.0 * sequence, 20), 40, 0.5)), Frames.LOCATOR);
    }
}
