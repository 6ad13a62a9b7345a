package pose.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.app.drawing.Events.event;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackNoticesTest {

    private final TrackNotices notices = new TrackNotices();

    @Test
    void shouldTellWhoCameWhoWasLostAndWhoIsFoundAgain() {
        // given
        notices.of(event(1, 0, false, 1, 2));
        notices.of(event(1, 1, false, 1));

        // when
        List<TrackNotice> told = notices.of(event(1, 2, false, 2, 3));

        // then
        assertThat(told).extracting(TrackNotice::text).containsExactly("2 FOUND", "3 ENTERED", "1 LOST");
    }

    @Test
    void shouldTellNothingWhereNothingChanges() {
        // given
        notices.of(event(1, 0, false, 1, 2));

        // when
        List<TrackNotice> told = notices.of(event(1, 1, false, 2, 1));

        // then
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTellOfACutAndNotThatEverybodyWasLost() {
        // given
        notices.of(event(1, 0, false, 1, 2));

        // when
        List<TrackNotice> told = notices.of(event(1, 1, true, 3));

        // then
        assertThat(told).extracting(TrackNotice::text).containsExactly("CUT", "3 ENTERED");
    }

    @Test
    void shouldKnowNobodyInANewEpoch() {
        // given
        notices.of(event(1, 0, false, 1, 2));

        // when
        List<TrackNotice> told = notices.of(event(2, 1, false, 1));

        // then
        assertThat(told).extracting(TrackNotice::text).containsExactly("1 ENTERED");
    }
}
