package pose.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.e2e.chaos.Answer.Kind;

/** The verifier finds what it is there to find, and nothing where all is well. */
class VerifierTest {

    /** Frame 4 of each camera does not decode. */
    private static final Published PUBLISHED = new Published(Map.of("a", 6L, "b", 6L), new Load(2, 5));

    @Test
    void shouldFindNothingWrongWhereEveryFrameIsAnsweredOnceInOrder() {
        Verdict verdict = Verifier.judge(PUBLISHED, faultless());

        assertThat(verdict.exactlyOnce()).as(verdict.toString()).isTrue();
        assertThat(verdict)
                .hasToString("12 published, 12 answered, 0 lost, 0 repeated, 0 out of order, "
                        + "0 on the wrong topic, 0 never published");
    }

    @Test
    void shouldFindALostFrame() {
        List<Answer> answers = faultless();
        answers.removeIf(answer -> answer.frame().equals(frame("b", 3)));

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.lost()).containsExactly(frame("b", 3));
        assertThat(verdict.atLeastOnce()).isFalse();
        assertThat(verdict.toString()).contains("1 lost (b/3)");
    }

    @Test
    void shouldFindALostDeadLetter() {
        List<Answer> answers = faultless();
        answers.removeIf(answer -> answer.kind() == Kind.DEAD_LETTER);

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.lost()).containsExactlyInAnyOrder(frame("a", 4), frame("b", 4));
    }

    @Test
    void shouldFindARepeatedFrameWhichOnlyExactlyOnceForbids() {
        List<Answer> answers = faultless();
        answers.add(pose("a", 2, 100));
        answers.add(pose("a", 3, 101));

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.repeated()).containsExactly(frame("a", 2), frame("a", 3));
        assertThat(verdict.exactlyOnce()).isFalse();
        assertThat(verdict.atLeastOnce()).isTrue();
    }

    @Test
    void shouldFindARepeatedDeadLetter() {
        List<Answer> answers = faultless();
        answers.add(new Answer(Kind.DEAD_LETTER, frame("a", 4), 0, 100, 0));

        assertThat(Verifier.judge(PUBLISHED, answers).repeated()).containsExactly(frame("a", 4));
    }

    @Test
    void shouldFindAFrameThatCameAfterALaterOne() {
        List<Answer> answers = faultless();
        answers.removeIf(answer -> answer.frame().equals(frame("a", 1)));
        answers.add(pose("a", 1, 100));

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.disordered()).containsExactly(frame("a", 1));
        assertThat(verdict.atLeastOnce()).isFalse();
    }

    @Test
    void shouldFindAFrameOnBothTopics() {
        List<Answer> answers = faultless();
        answers.add(new Answer(Kind.DEAD_LETTER, frame("a", 1), 0, 100, 0));

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.misplaced()).containsExactly(frame("a", 1));
        assertThat(verdict.exactlyOnce()).isFalse();
        assertThat(verdict.atLeastOnce()).isFalse();
    }

    @Test
    void shouldFindAnAnswerToAFrameThatNobodyPublished() {
        List<Answer> answers = faultless();
        answers.add(pose("a", 6, 100));
        answers.add(pose("c", 0, 101));

        Verdict verdict = Verifier.judge(PUBLISHED, answers);

        assertThat(verdict.strangers()).containsExactly(frame("a", 6), frame("c", 0));
        assertThat(verdict.atLeastOnce()).isFalse();
    }

    @Test
    void shouldNotMindInWhichOrderPartitionsWereRead() {
        List<Answer> answers = faultless();
        answers.sort((one, other) -> Long.compare(other.offset(), one.offset()));

        assertThat(Verifier.judge(PUBLISHED, answers).exactlyOnce()).isTrue();
    }

    private static List<Answer> faultless() {
        List<Answer> answers = new ArrayList<>();
        for (String camera : List.of("a", "b")) {
            IntStream.range(0, 6).filter(n -> n != 4).forEach(n -> answers.add(pose(camera, n, n)));
            answers.add(new Answer(Kind.DEAD_LETTER, frame(camera, 4), partition(camera), 0, 0));
        }
        return answers;
    }

    private static Answer pose(String camera, long sequence, long offset) {
        return new Answer(Kind.POSE, frame(camera, sequence), partition(camera), offset, 0);
    }

    private static int partition(String camera) {
        return camera.equals("a") ? 0 : 1;
    }

    private static FrameId frame(String camera, long sequence) {
        return new FrameId(camera, sequence);
    }
}
