package pose.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pose.app.event.ExampleEvents;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.WeightsRef;

class PeopleSeenTest {

    private final PeopleSeen people = new PeopleSeen();

    @Test
    void shouldTellHowManyThereWereAndUnderHowManyIds() {
        // given
        people.accept(event(false, 1L, 2L));
        people.accept(event(true, 3L));
        people.accept(event(false));

        // when
        String text = people.text();

        // then
        assertThat(text).isEqualTo("1.0 a frame, at most 2; 3 ids; 1 cut");
        assertThat(people.locator()).hasValue("locator/v2");
    }

    @Test
    void shouldTellThatNobodyTracked() {
        // given
        people.accept(event(false, (Long) null));

        // when
        String text = people.text();

        // then
        assertThat(text).isEqualTo("1.0 a frame, at most 1; no ids");
    }

    @Test
    void shouldTellOfNoFrameAtAll() {
        // when
        String text = people.text();

        // then
        assertThat(text).isEqualTo("0.0 a frame, at most 0; no ids");
        assertThat(people.locator()).isEmpty();
    }

    private static PoseFrame event(boolean cut, @Nullable Long... tracks) {
        List<Person> seen = Stream.of(tracks)
                .map(track -> ExampleEvents.person().setTrack(track).build())
                .toList();
        return ExampleEvents.event()
                .setPeople(seen)
                .setLocator(new WeightsRef("locator", "v2", "cd"))
                .setCut(cut)
                .build();
    }
}
