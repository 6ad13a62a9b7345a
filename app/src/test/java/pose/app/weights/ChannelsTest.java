package pose.app.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pose.app.event.TopicEvents;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelChangedException;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.channel.ChannelWatch;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.PinnedVersion;
import pose.channel.Signature;
import pose.cpm.VersionId;
import pose.schema.ActivationKind;
import pose.schema.Topics;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/** Channels on a real broker; each test has a model of its own. */
class ChannelsTest {

    private static final Signature ANNA = new Signature("anna@desk", "fewer lost ankles");
    private static final Signature BEN = new Signature("ben@van", "");

    private static WeightsBroker kafka = WeightsBroker.unstarted();

    @BeforeAll
    static void start() {
        kafka = WeightsBroker.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void shouldSayWhoMadeAChannelPointWhere() throws Exception {
        Channel stable = new Channel("said", Channel.STABLE);
        try (Channels channels = kafka.channels()) {
            // when
            Active told = promote(channels, stable, "1", ANNA);

            // then
            assertThat(channels.read().active(stable)).contains(told);
            assertThat(told.version()).isEqualTo(new VersionId("said", "1"));
            assertThat(told.pinned()).isEqualTo(pinned(stable, "1"));
            assertThat(told.record().getBy()).isEqualTo("anna@desk");
            assertThat(told.record().getWhy()).isEqualTo("fewer lost ankles");
            assertThat(told.record().getKind()).isEqualTo(ActivationKind.PROMOTED);
            assertThat(events("said")).singleElement().satisfies(event -> {
                assertThat(event.getKind()).isEqualTo(WeightsEventKind.ACTIVATED);
                assertThat(event.getDetail()).isEqualTo("promoted by anna@desk: fewer lost ankles");
            });
        }
    }

    @Test
    void shouldWriteNothingWhereAllIsAsWanted() throws Exception {
        Channel stable = new Channel("same", Channel.STABLE);
        try (Channels channels = kafka.channels()) {
            Active first = promote(channels, stable, "1", ANNA);

            // when
            Active again = promote(channels, stable, "1", BEN);

            // then
            assertThat(again).isEqualTo(first);
            assertThat(events("same")).hasSize(1);
        }
    }

    @Test
    void shouldTryTheSameVersionInAnotherWay() throws Exception {
        Channel candidate = new Channel("tried", Channel.CANDIDATE);
        Trial shadow = new Trial(TrialMode.SHADOW, 0.5, List.of(), null);
        try (Channels channels = kafka.channels()) {
            promote(channels, candidate, "1", ANNA);

            // when
            Active tried = channels.activate(
                    candidate,
                    pinned(candidate, "1"),
                    ActivationKind.PROMOTED,
                    BEN,
                    Optional.of(shadow),
                    Expectation.ANY);

            // then
            assertThat(tried.record().getTrial()).isEqualTo(shadow);
            assertThat(tried.record().getHistory()).isEmpty();
        }
    }

    @Test
    void shouldNameWhoChangedWhatWasExpected() throws Exception {
        Channel stable = new Channel("expected", Channel.STABLE);
        try (Channels channels = kafka.channels();
                Channels others = kafka.channels()) {
            Active seen = promote(channels, stable, "1", ANNA);
            promote(others, stable, "2", BEN);

            // when
            assertThatThrownBy(() -> channels.activate(
                            stable,
                            pinned(stable, "3"),
                            ActivationKind.PROMOTED,
                            ANNA,
                            Optional.empty(),
                            Expectation.unchangedSince(seen)))

                    // then
                    .isInstanceOf(ChannelChangedException.class)
                    .hasMessageContaining("expected/stable is not what you saw")
                    .hasMessageContaining("expected/2")
                    .hasMessageContaining("promoted by ben@van");
            assertThat(channels.read().active(stable).orElseThrow().version().version())
                    .isEqualTo("2");
        }
    }

    @Test
    void shouldGoTwoVersionsBackWhenRolledBackTwice() throws Exception {
        Channel stable = new Channel("back", Channel.STABLE);
        try (Channels channels = kafka.channels()) {
            promote(channels, stable, "1", ANNA);
            promote(channels, stable, "2", ANNA);
            Active third = promote(channels, stable, "3", ANNA);

            // when
            Active once = channels.rollBack(third, pinned(stable, "2"), BEN);
            Active twice = channels.rollBack(once, pinned(stable, "1"), BEN);

            // then
            assertThat(once.record().getHistory()).containsExactly("1");
            assertThat(twice.version().version()).isEqualTo("1");
            assertThat(twice.record().getHistory()).isEmpty();
            assertThatThrownBy(() -> channels.rollBack(third, pinned(stable, "2"), BEN))
                    .isInstanceOf(ChannelChangedException.class);
            assertThatThrownBy(() -> channels.rollBack(twice, pinned(stable, "3"), BEN))
                    .isInstanceOf(ChannelException.class)
                    .hasMessageContaining("there was nothing");
        }
    }

    @Test
    void shouldRetireWhatNobodyNamesAndRefuseItFromThenOn() throws Exception {
        Channel stable = new Channel("retired-model", Channel.STABLE);
        VersionId one = stable.version("1");
        VersionId two = stable.version("2");
        VersionId three = stable.version("3");
        try (Channels channels = kafka.channels()) {
            promote(channels, stable, "1", ANNA);
            promote(channels, stable, "2", ANNA);

            // when
            List<VersionId> gone = channels.retire(List.of(one, two, three), BEN);

            // then
            assertThat(gone).containsExactly(three);
            assertThat(channels.read().isRetired(three)).isTrue();
            assertThatThrownBy(() -> promote(channels, stable, "3", ANNA))
                    .isInstanceOf(ChannelException.class)
                    .hasMessageContaining("retired by ben@van");
            assertThat(channels.read().active(stable).orElseThrow().version()).isEqualTo(two);
        }
    }

    @Test
    void shouldPointToNothingWhenRemoved() throws Exception {
        Channel stable = new Channel("removed", Channel.STABLE);
        try (Channels channels = kafka.channels()) {
            promote(channels, stable, "1", ANNA);

            // when
            channels.remove(stable, BEN, Expectation.ANY);

            // then
            assertThat(channels.read().active(stable)).isEmpty();
        }
    }

    @Test
    void shouldLoseNoChangeOfManyAtOnce() throws Exception {
        Channel stable = new Channel("many", Channel.STABLE);
        int promoters = 6;
        int each = 3;
        ExecutorService pool = Executors.newFixedThreadPool(promoters);
        try (ChannelWatch watch = kafka.watch(problem -> {})) {
            watch.start();
            List<Callable<Void>> work = new ArrayList<>();
            for (int promoter = 0; promoter < promoters; promoter++) {
                String name = "p" + promoter;
                work.add(() -> {
                    try (Channels channels = kafka.channels()) {
                        for (int i = 0; i < each; i++) {
                            promote(channels, stable, name + "-" + i, ANNA);
                        }
                        return null;
                    }
                });
            }

            // when
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }

            // then
            List<Active> changes = WeightsBroker.changes(watch, promoters * each);
            assertThat(changes).hasSize(promoters * each);
            for (int i = 1; i < changes.size(); i++) {
                assertThat(changes.get(i).record().getHistory().get(0))
                        .isEqualTo(changes.get(i - 1).version().version());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldEndTheTransactionOfAPromoterThatDidNot() throws Exception {
        Channel stable = new Channel("killed", Channel.STABLE);
        try (KafkaProducer<String, byte[]> killed = transactional()) {
            killed.initTransactions();
            killed.beginTransaction();
            var unused = killed.send(new ProducerRecord<>(Topics.WEIGHTS.name(), 0, stable.key(), null));
            killed.flush();

            // when
            try (Channels channels = kafka.channels()) {
                promote(channels, stable, "1", ANNA);

                // then
                assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
                assertThat(channels.read()
                                .active(stable)
                                .orElseThrow()
                                .version()
                                .version())
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void shouldLeaveOutWhatIsNoRecordOfAChannel() throws Exception {
        Channel stable = new Channel("malformed", Channel.STABLE);
        List<String> problems = new ArrayList<>();
        try (Channels channels = kafka.channels()) {
            promote(channels, stable, "1", ANNA);
        }
        byte[] record;
        try (Channels channels = kafka.channels()) {
            record = Topics.WEIGHTS
                    .valueSerde()
                    .serializer()
                    .serialize("", channels.read().active(stable).orElseThrow().record());
        }
        kafka.write(stable.key(), "nonsense".getBytes(StandardCharsets.UTF_8));
        kafka.write("malformed/other", record);
        kafka.write("no key at all", record);

        // when
        try (ChannelWatch watch = kafka.watch(problems::add)) {
            ChannelState state = watch.start();

            // then
            assertThat(state.active(stable).orElseThrow().version().version()).isEqualTo("1");
            assertThat(state.active(new Channel("malformed", "other"))).isEmpty();
            assertThat(problems)
                    .hasSize(3)
                    .allSatisfy(problem -> assertThat(problem).startsWith("left out pose.weights.v1 offset "));
        }
    }

    private static KafkaProducer<String, byte[]> transactional() {
        var config = kafka.clients();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pose-weights");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static Active promote(Channels channels, Channel channel, String version, Signature signature)
            throws ChannelException {
        return channels.activate(
                channel,
                pinned(channel, version),
                ActivationKind.PROMOTED,
                signature,
                Optional.empty(),
                Expectation.ANY);
    }

    private static PinnedVersion pinned(Channel channel, String version) {
        return new PinnedVersion(channel.version(version), "sha-" + version, "manifest-" + version);
    }

    private static List<WeightsEvent> events(String model) {
        List<WeightsEvent> events = new ArrayList<>();
        try (var topic = TopicEvents.open(kafka.cluster(), Topics.WEIGHTS_EVENTS, true, problem -> {})) {
            topic.stopAtEnd();
            while (topic.hasMore()) {
                events.addAll(topic.poll());
            }
        }
        return events.stream().filter(event -> event.getModel().equals(model)).toList();
    }
}
