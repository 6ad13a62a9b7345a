package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.chaos.Answer;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;
import pose.stream.FrameRequest;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/**
 * An engine that fails is never taken for a bad frame: its batch is tried again by halves, and where the engine is dead
 * the stream stops with its frames uncommitted, for another to take over.
 */
class EngineFailure {

    private static final Load WHOLE_PICTURES = new Load(4, 0);
    private static final int FRAMES_PER_CAMERA = 100;
    private static final int FRAMES_PER_SECOND = 200;
    private static final Duration LONGEST = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    private EmbeddedBroker broker = EmbeddedBroker.temporary();

    @BeforeEach
    void makeTopics() {
        Clients.createTopics(broker.bootstrap(), 2);
    }

    @AfterEach
    void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldCostNothingWhereMemoryIsShortForLargeBatches() throws Exception {
        // given
        FailingEngine engine = FailingEngine.on(batch -> {
            if (batch.size() > 3) {
                throw new OutOfMemoryError("no room for " + batch.size() + " frames");
            }
        });
        Published published = Feeder.publishAll(broker.bootstrap(), WHOLE_PICTURES, FRAMES_PER_CAMERA);

        // when
        Verdict verdict = answeredBy(engine, published);

        // then
        assertThat(verdict.exactlyOnce()).as(verdict.toString()).isTrue();
        assertThat(engine.failures()).isPositive();
    }

    @Test
    void shouldSendOnlyThatFrameToTheDeadLettersWhichBreaksAnEngineThatAnswersOthers() throws Exception {
        // given
        FrameId breaking = new FrameId("camera-2", 41);
        FailingEngine engine = FailingEngine.on(batch -> {
            if (batch.stream().map(EngineFailure::id).anyMatch(breaking::equals)) {
                throw new IllegalStateException("native error 139");
            }
        });
        Published published = Feeder.publishAll(broker.bootstrap(), WHOLE_PICTURES, FRAMES_PER_CAMERA);

        // when
        Verdict verdict = answeredBy(engine, published);

        // then
        assertThat(verdict.misplaced()).as(verdict.toString()).containsExactly(breaking);
        assertThat(verdict.lost()).as(verdict.toString()).isEmpty();
        assertThat(verdict.repeated()).as(verdict.toString()).isEmpty();
        assertThat(verdict.disordered()).as(verdict.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldStopTheStreamAndLoseNothingWhereTheEngineIsDead(boolean exactlyOnce) throws Exception {
        // given
        AtomicBoolean gone = new AtomicBoolean();
        FailingEngine dying = FailingEngine.on(batch -> {
            if (gone.get()) {
                throw new IllegalStateException("the device is gone");
            }
        });
        try (AnswerLog log = AnswerLog.open(broker.bootstrap());
                Feeder feeder = Feeder.start(broker.bootstrap(), WHOLE_PICTURES, FRAMES_PER_SECOND)) {

            // when
            try (PoseStream stream = new PoseStream(config(exactlyOnce), dying)) {
                stream.start();
                log.awaitAnswered(FRAMES_PER_CAMERA, LONGEST);
                gone.set(true);
                assertThat(stream.awaitStopped(LONGEST)).isTrue();
                assertThat(stream.failure()).containsInstanceOf(pose.stream.EngineFailure.class);
            }
            Published published = feeder.stop();
            log.awaitEnd(LONGEST);
            List<Answer> before = log.answers();
            try (PoseStream successor = new PoseStream(config(exactlyOnce), FailingEngine.never())) {
                successor.start();
                log.awaitSettled(published.total(), LONGEST);
            }
            log.awaitEnd(LONGEST);

            // then
            Verdict verdict = Verifier.judge(published, log.answers());
            assertThat(before)
                    .as("what the first stream answered")
                    .hasSizeLessThan((int) published.total())
                    .allMatch(answer -> answer.kind() == Answer.Kind.POSE);
            assertThat(verdict.atLeastOnce()).as(verdict.toString()).isTrue();
            assertThat(verdict.exactlyOnce() || !exactlyOnce)
                    .as(verdict.toString())
                    .isTrue();
        }
    }

    private Verdict answeredBy(FailingEngine engine, Published published) throws Exception {
        try (AnswerLog log = AnswerLog.open(broker.bootstrap())) {
            try (PoseStream stream = new PoseStream(config(true), engine)) {
                stream.start();
                log.awaitSettled(published.total(), LONGEST);
                assertThat(stream.failure()).isEmpty();
            }
            log.awaitEnd(LONGEST);
            return Verifier.judge(published, log.answers());
        }
    }

    private StreamConfig config(boolean exactlyOnce) {
        return StreamConfig.of(broker.bootstrap()).withExactlyOnce(exactlyOnce).withStateDir(folder);
    }

    private static FrameId id(FrameRequest request) {
        return new FrameId(request.frame().getCamera(), request.frame().getSequence());
    }
}
