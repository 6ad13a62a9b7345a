package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Instance;
import pose.e2e.people.Crossing;
import pose.e2e.people.CrossingStream;
import pose.e2e.people.Figure;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Timings;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.TrackEvent;
import pose.stream.PoseFrames;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;
import pose.stream.track.SeenEvent;
import pose.stream.track.TrackedEvent;
import pose.track.CameraTracks;
import pose.track.TrackSettings;

/** Killed in the middle and started again, the stream says of everyone the same that it says without being killed. */
class KeptIdentities {

    private static final List<String> CAMERAS = List.of("left", "right");
    private static final int FRAMES = 250;
    private static final int KILLS = 2;
    private static final Duration LONGEST = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    /** What a stream says of a camera that nobody kills. */
    private record Unbroken(List<PoseFrame> events, List<TrackEvent> changes) {

        static Unbroken of(String camera) {
            CameraTracks tracks = CameraTracks.none();
            List<PoseFrame> events = new ArrayList<>();
            List<TrackEvent> changes = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = Crossing.frame(camera, i);
                PoseFrame seen =
                        PoseFrames.of(frame, Figure.everyone(Crossing.seenIn(frame)), new Timings(0L, 0L, 0L, 0L));
                TrackedEvent tracked =
                        TrackedEvent.of(new SeenEvent(seen, null, Optional.empty()), tracks, TrackSettings.defaults());
                tracks = tracked.next();
                events.add(tracked.event());
                changes.addAll(tracked.told());
            }
            return new Unbroken(events, changes);
        }

        List<Person> people(PoseFrame event) {
            return events.get(Math.toIntExact(event.getSequence())).getPeople();
        }
    }

    @Test
    void shouldSayTheSameOfEveryoneWhereEachFrameIsAnsweredExactlyOnce() throws Exception {
        try (EmbeddedBroker kafka = EmbeddedBroker.temporary()) {
            // when
            killedInTheMiddle(kafka.bootstrap(), true);

            // then
            for (String camera : CAMERAS) {
                Unbroken unbroken = Unbroken.of(camera);
                List<PoseFrame> events = of(camera, TopicRecords.committed(kafka.bootstrap(), Topics.KEYPOINTS));
                assertThat(events).extracting(PoseFrame::getSequence).isEqualTo(sequences());
                assertThat(events)
                        .allSatisfy(event -> assertThat(event.getPeople()).isEqualTo(unbroken.people(event)));
                assertThat(TopicRecords.committed(kafka.bootstrap(), Topics.TRACKS).stream()
                                .filter(change -> change.getCamera().equals(camera)))
                        .isEqualTo(unbroken.changes());
            }
        }
    }

    @Test
    void shouldSayTheSameOfEveryoneWhereAFrameMayBeAnsweredAgain() throws Exception {
        try (EmbeddedBroker kafka = EmbeddedBroker.temporary()) {
            // when
            killedInTheMiddle(kafka.bootstrap(), false);

            // then
            for (String camera : CAMERAS) {
                Unbroken unbroken = Unbroken.of(camera);
                List<PoseFrame> events = of(camera, TopicRecords.committed(kafka.bootstrap(), Topics.KEYPOINTS));
                Set<Long> answered = new HashSet<>();
                List<PoseFrame> first = events.stream()
                        .filter(event -> answered.add(event.getSequence()))
                        .toList();
                assertThat(first).extracting(PoseFrame::getSequence).isEqualTo(sequences());
                // A kill between changelog and offsets has frames seen once more by tracks that know them: they get the
                // tracks' ids, and are not smoothed again.
                List<PoseFrame> inTurn =
                        first.stream().filter(event -> !seenAgain(event)).toList();
                assertThat(inTurn)
                        .hasSizeGreaterThan(FRAMES / 2)
                        .allSatisfy(event -> assertThat(event.getPeople()).isEqualTo(unbroken.people(event)));
                assertThat(tracks(events)).isEqualTo(tracks(unbroken.events()));
                assertThat(TopicRecords.committed(kafka.bootstrap(), Topics.TRACKS).stream()
                                .filter(change -> change.getCamera().equals(camera))
                                .distinct())
                        .isSubsetOf(unbroken.changes());
            }
        }
    }

    @Test
    void shouldSayWhichTopicIsInTheWayWhereTheFramesHaveOtherPartitionsThanBefore() {
        try (EmbeddedBroker kafka = EmbeddedBroker.temporary()) {
            // given
            Clients.createTopics(kafka.bootstrap(), 2);
            StreamConfig config = StreamConfig.of(kafka.bootstrap()).withStateDir(folder);
            String changelog = config.applicationId() + "-pose-tracks-changelog";
            Clients.create(
                    kafka.bootstrap(),
                    List.of(new Topic<>(changelog, Serdes.String(), Serdes.ByteArray(), Map.of())),
                    1);

            // when
            try (PoseStream stream = new PoseStream(config, FailingEngine.never())) {

                // then
                assertThatThrownBy(stream::start)
                        .isInstanceOf(StreamSetupException.class)
                        .hasMessageContaining("topic " + changelog)
                        .hasMessageContaining("has 1 partitions, pose.frames.v1 has 2")
                        .hasMessageNotContaining("\n");
            }
        }
    }

    private void killedInTheMiddle(String bootstrap, boolean exactlyOnce) throws Exception {
        Clients.createTopics(bootstrap, 2);
        publish(bootstrap);
        int all = CAMERAS.size() * FRAMES;
        try (AnswerLog log = AnswerLog.open(bootstrap);
                Instance stream = new Instance(
                        folder,
                        life -> PoseProcess.start(
                                life,
                                CrossingStream.class.getName(),
                                List.of("-Xmx256m"),
                                List.of(bootstrap, Boolean.toString(exactlyOnce))))) {
            stream.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                log.awaitAnswered((long) all * kill / (KILLS + 1), LONGEST);
                stream.kill();
                assertThat(log.answered()).as("frames answered before the kill").isLessThan(all);
                stream.start();
            }
            log.awaitAnswered(all, LONGEST);
            stream.stop();
            log.awaitEnd(LONGEST);
        }
    }

    private static void publish(String bootstrap) {
        try (var producer = new KafkaProducer<>(
                Clients.of(bootstrap),
                Topics.FRAMES.keySerde().serializer(),
                Topics.FRAMES.valueSerde().serializer())) {
            for (int i = 0; i < FRAMES; i++) {
                for (String camera : CAMERAS) {
                    var unused = producer.send(
                            new ProducerRecord<>(Topics.FRAMES.name(), camera, Crossing.frame(camera, i)));
                }
            }
        }
    }

    private static List<PoseFrame> of(String camera, List<PoseFrame> events) {
        return events.stream().filter(event -> event.getCamera().equals(camera)).toList();
    }

    private static List<Long> sequences() {
        return IntStream.range(0, FRAMES).mapToObj(Long::valueOf).toList();
    }

    private static boolean seenAgain(PoseFrame event) {
        return event.getSequence() > 2
                && event.getPeople().stream()
                        .allMatch(person -> person.getKeypoints().equals(person.getSmoothed()));
    }

    private static Set<Long> tracks(List<PoseFrame> events) {
        Set<Long> tracks = new HashSet<>();
        events.forEach(event -> event.getPeople().stream()
                .map(Person::getTrack)
                .filter(Objects::nonNull)
                .forEach(tracks::add));
        return tracks;
    }
}
