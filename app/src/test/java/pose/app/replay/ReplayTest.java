package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceException;
import pose.schema.CaptureClock;
import pose.schema.Frame;
import pose.schema.Original;
import pose.schema.Topics;

class ReplayTest {

    private static final String TOPIC = "replayed";

    private final FakeTime time = new FakeTime();
    private final Sent producer = new Sent(time);

    @Test
    void shouldSendEveryCamerasFramesAsFarApartAsTheyWereTakenDividedByTheSpeed() {
        // given
        Material material =
                Recordings.material(Recordings.camera("b", 3, 0, 40_000), Recordings.camera("a", 4, 10_000, 33_000));

        // when
        run(material, ReplaySpeed.of(2), 1);

        // then
        assertThat(producer.frames()).extracting(Frame::getCamera).containsExactly("b", "a", "b", "a", "a", "b", "a");
        long start = producer.nanos.get(0);
        assertThat(producer.nanos.stream().map(at -> (at - start) / 1000))
                .containsExactly(0L, 5_000L, 20_000L, 21_500L, 38_000L, 40_000L, 54_500L);
    }

    @Test
    void shouldSayInTheRecordWhenTheReplayShowedAFrameAndWhichItWas() {
        // given
        Material material = Recordings.material(Recordings.camera("a", 2, 7_000, 40_000));

        // when
        run(material, ReplaySpeed.of(0.5), 1);

        // then
        Frame second = producer.frames().get(1);
        long start = producer.frames().get(0).getCaptureTimeUs();
        assertThat(second.getCaptureTimeUs()).isEqualTo(start + 80_000).isEqualTo(nowUsAt(1));
        assertThat(producer.records.get(1).timestamp()).isEqualTo(second.getCaptureTimeUs() / 1000);
        assertThat(second.getEpoch()).isEqualTo(start);
        assertThat(second.getSequence()).isEqualTo(1);
        assertThat(second.getOriginal()).isEqualTo(new Original(Recordings.EPOCH, 1L, Recordings.EPOCH + 47_000));
        assertThat(second.getCaptureClock()).isEqualTo(CaptureClock.SOURCE);
        assertThat(second.getLive()).isFalse();
    }

    @Test
    void shouldNumberFramesWithoutAHoleAndCountThoseOfTheRecording() {
        // given
        List<RecordedFrame> frames = new ArrayList<>(Recordings.camera("a", 6, 0, 10_000));
        frames.remove(3);
        frames.remove(3);

        // when
        ReplayReport report = run(Recordings.material(frames), ReplaySpeed.of(1), 1);

        // then
        assertThat(producer.frames()).extracting(Frame::getSequence).containsExactly(0L, 1L, 2L, 3L);
        assertThat(report.recording()).isEqualTo(new ReplayReport.Recording(1, 2, 0));
    }

    @Test
    void shouldGiveEachPassAnEpochOfItsOwnAndGoOnAsTheFramesWereApart() {
        // given
        Material material = Recordings.material(Recordings.camera("a", 3, 0, 40_000));

        // when
        ReplayReport report = run(material, ReplaySpeed.of(4), 3);

        // then
        assertThat(producer.frames())
                .extracting(Frame::getSequence)
                .containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L);
        assertThat(producer.frames().stream().map(Frame::getEpoch).distinct()).hasSize(3);
        long start = producer.frames().get(0).getCaptureTimeUs();
        assertThat(producer.frames().stream().map(frame -> frame.getCaptureTimeUs() - start))
                .containsExactlyElementsOf(
                        LongStream.range(0, 9).mapToObj(i -> i * 10_000).toList());
        assertThat(report.hash()).hasValueSatisfying(hash -> {
            assertThat(hash.frames()).isEqualTo(3);
            assertThat(hash.differing()).isZero();
        });
    }

    @Test
    void shouldTakeFramesWhenTheyAreSentAtFullSpeed() {
        // given
        producer.slownessNanos = 3_000_000;

        // when
        run(Recordings.material(Recordings.camera("a", 3, 0, 40_000_000)), ReplaySpeed.max(), 1);

        // then
        assertThat(producer.frames())
                .extracting(Frame::getCaptureTimeUs)
                .containsExactly(FakeTime.START_US, FakeTime.START_US + 3_000, FakeTime.START_US + 6_000);
    }

    @Test
    void shouldWaitForASlowKafkaAndTellThatItIsLate() {
        // given
        producer.slownessNanos = 150_000_000;

        // when
        ReplayReport report = run(Recordings.material(Recordings.camera("a", 10, 0, 40_000)), ReplaySpeed.of(1), 1);

        // then
        assertThat(producer.frames()).hasSize(10);
        assertThat(report.jitter().max()).isEqualTo(150.0 * 10 - 40 * 9);
        assertThat(report.jitter().late()).isEqualTo(10);
        assertThat(report.lines()).anyMatch(line -> line.startsWith("late") && line.contains("10 frames"));
    }

    @Test
    void shouldSendAtOnceWhatWasTakenBeforeTheFrameInFrontOfIt() {
        // given
        List<RecordedFrame> frames = List.of(
                Recordings.frame("a", 0, Recordings.EPOCH + 50_000, 1),
                Recordings.frame("a", 1, Recordings.EPOCH, 2),
                Recordings.frame("a", 2, Recordings.EPOCH + 60_000, 3));

        // when
        ReplayReport report = run(Recordings.material(frames), ReplaySpeed.of(1), 1);

        // then
        assertThat(producer.frames()).extracting(Frame::getCaptureTimeUs).isSorted();
        assertThat(report.jitter().max()).isZero();
    }

    @Test
    void shouldSendWhatCameBeforeAFaultAndTheOtherCameraToItsEnd() {
        // given
        Material whole =
                Recordings.material(Recordings.camera("a", 2, 0, 40_000), Recordings.camera("b", 5, 0, 40_000));
        Material broken = new Material() {
            @Override
            public List<String> cameras() {
                return whole.cameras();
            }

            @Override
            public List<Footage> open() throws SourceException {
                return List.of(
                        Recordings.footage(Recordings.camera("a", 2, 0, 40_000), "a.mp4 is cut short"),
                        whole.open().get(1));
            }
        };

        // when
        ReplayReport report = run(broken, ReplaySpeed.max(), 1);

        // then
        assertThat(report.perCamera()).containsEntry("a", 2L).containsEntry("b", 5L);
        assertThat(report.failure()).contains("a.mp4 is cut short");
    }

    @Test
    void shouldEndWhereKafkaRefusesARecord() {
        // given
        producer.refuseFrom = 2;

        // when
        ReplayReport report = run(Recordings.material(Recordings.camera("a", 9, 0, 40_000)), ReplaySpeed.of(1), 1);

        // then
        assertThat(report.acknowledged()).isEqualTo(2);
        assertThat(report.failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains(TOPIC, "too large"));
    }

    @Test
    void shouldEndAfterTheFrameAtHandWhenItIsStopped() {
        // given
        Replay[] replay = new Replay[1];
        producer.afterSend = () -> {
            if (producer.records.size() == 3) {
                replay[0].stop();
            }
        };
        replay[0] = replay(Recordings.material(Recordings.camera("a", 9, 0, 40_000)), ReplaySpeed.of(1), 1_000_000);

        // when
        ReplayReport report = replay[0].run();

        // then
        assertThat(report.interrupted()).isTrue();
        assertThat(report.acknowledged()).isEqualTo(3);
        assertThat(report.failure()).isEmpty();
    }

    @Test
    void shouldGiveOneHashAtEverySpeed() {
        // given
        Material material =
                Recordings.material(Recordings.camera("a", 20, 0, 40_000), Recordings.camera("b", 20, 1_000, 39_000));

        // when
        ReplayReport slow = run(material, ReplaySpeed.of(0.25), 1);
        time.pass(987_654_321);
        ReplayReport fast = run(material, ReplaySpeed.max(), 1);

        // then
        assertThat(fast.hash()).isPresent().isEqualTo(slow.hash());
    }

    @Test
    void shouldGiveNoHashOfNothing() {
        ReplayReport report = run(
                new Material() {
                    @Override
                    public List<String> cameras() {
                        return List.of("a");
                    }

                    @Override
                    public List<Footage> open() {
                        return List.of();
                    }
                },
                ReplaySpeed.of(1),
                3);

        assertThat(report.frames()).isZero();
        assertThat(report.hash()).isEmpty();
    }

    private ReplayReport run(Material material, ReplaySpeed speed, int passes) {
        return replay(material, speed, passes).run();
    }

    private Replay replay(Material material, ReplaySpeed speed, int passes) {
        return new Replay(
                new ReplayPlan(material, speed, passes, Look.NONE),
                new ReplaySender(producer, TOPIC),
                time,
                new ReplayListener() {
                    @Override
                    public void sent(long frames, long lateNanos) {}

                    @Override
                    public void unseen(String frame, String reason) {}
                });
    }

    private long nowUsAt(int record) {
        return FakeTime.START_US + producer.nanos.get(record) / 1000;
    }

    /** What was sent, and when. */
    private static final class Sent extends MockProducer<String, byte[]> {

        private final FakeTime time;
        private final List<Long> nanos = new ArrayList<>();
        private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        private long slownessNanos;
        private int refuseFrom = Integer.MAX_VALUE;
        private Runnable afterSend = () -> {};

        private Sent(FakeTime time) {
            super(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
            this.time = time;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (records.size() >= refuseFrom) {
                sendException = new RecordTooLargeException("it is too large");
            }
            nanos.add(time.nanos());
            records.add(record);
            time.pass(slownessNanos);
            try {
                return super.send(record, callback);
            } finally {
                afterSend.run();
            }
        }

        private List<Frame> frames() {
            return records.stream()
                    .map(record -> Topics.FRAMES.valueSerde().deserializer().deserialize(TOPIC, record.value()))
                    .toList();
        }
    }
}
