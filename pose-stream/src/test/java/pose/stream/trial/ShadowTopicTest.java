package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import pose.schema.ShadowPose;
import pose.schema.Topics;

class ShadowTopicTest {

    private final MockProducer<String, ShadowPose> producer = new MockProducer<>(
            false,
            null,
            Topics.SHADOW.keySerde().serializer(),
            Topics.SHADOW.valueSerde().serializer());
    private final List<String> lost = new ArrayList<>();
    private final ShadowTopic topic = new ShadowTopic(producer, lost::add);
    private final ShadowPose pose = Comparison.of(
                    TrialFrames.served("yard", 7, 3),
                    TrialFrames.seen(TrialFrames.CANDIDATE, 10, 0.4),
                    Duration.ofMillis(3))
            .toRecord();

    @Test
    void shouldWriteByCameraAtTheTimeOfCapture() {
        // when
        topic.send(pose);

        // then
        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("pose.shadow.v1");
            assertThat(sent.key()).isEqualTo("yard");
            assertThat(sent.timestamp()).isEqualTo(7);
            assertThat(sent.value()).isEqualTo(pose);
        });
        assertThat(producer.flushed()).as("nobody waited").isFalse();
    }

    @Test
    void shouldTellWhatIsLostAndGoOn() {
        // when the broker refuses one, and there is no room for the next
        topic.send(pose);
        producer.errorNext(new TimeoutException("expired"));
        producer.sendException = new TimeoutException("no room");
        topic.send(pose);

        // then
        assertThat(lost).containsExactly("expired", "no room");
    }
}
