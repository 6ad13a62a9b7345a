package pose.app.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.WeightsRef;
import pose.skeleton.Keypoint;

class EventJudgeTest {

    private static final MiningRules RULES = new MiningRules(0.5, 0.1);

    private final ShadowDistances shadow = new ShadowDistances();
    private final EventJudge judge = new EventJudge(RULES, shadow);

    private Optional<HardFrame> judge(long sequence, long timeUs, List<Keypoint> parts) {
        return judge.judge(SeenPeople.event("a", sequence, timeUs, parts));
    }

    @Test
    void shouldLeaveAlonePeopleWhoAreSeenWell() {
        assertThat(judge(0, 0, SeenPeople.standing(0.8))).isEmpty();
        assertThat(judge(1, 33_000, SeenPeople.standing(0.51))).isEmpty();
    }

    @Test
    void shouldNameEveryReason() {
        List<Keypoint> fine = SeenPeople.standing(0.8);
        List<Keypoint> low = SeenPeople.moved(SeenPeople.standing(0.4), "r_ankle", 68, 168 + 4 * 70);
        List<Keypoint> legs = SeenPeople.moved(SeenPeople.moved(fine, "r_ankle", 128, 230), "r_knee", 120, 160);

        HardFrame weak = judge(0, 0, low).orElseThrow();
        HardFrame doubled = judge(1, 1_000_000, legs).orElseThrow();

        assertThat(weak.hardness().reasons()).containsExactlyInAnyOrder(HardReason.SCORE, HardReason.LIMB);
        assertThat(doubled.hardness().reasons()).containsExactly(HardReason.SIDES);
        assertThat(weak.hardness().value()).isGreaterThan(doubled.hardness().value());
    }

    @Test
    void shouldTellAJumpFromAMovementAndFromACut() {
        List<Keypoint> here = SeenPeople.standing(0.8);
        List<Keypoint> there = SeenPeople.moved(here, "r_wrist", 15 + 120, 85);

        assertThat(judge(0, 0, here)).isEmpty();
        assertThat(judge(1, 33_000, there).orElseThrow().hardness().reasons()).containsExactly(HardReason.JUMP);
        assertThat(judge(2, 66_000, there)).as("stays where it is").isEmpty();
        assertThat(judge(3, 166_000, here))
                .as("1.2 torsos in a tenth of a second")
                .isEmpty();
        assertThat(judge(4, 5_000_000, there)).as("seconds later").isEmpty();
        assertThat(judge.judge(SeenPeople.event("b", 0, 5_010_000, here)))
                .as("another camera")
                .isEmpty();
    }

    @Test
    void shouldGoByTheVersionThatDisagreesMost() {
        shadow.add(shadow(7, 0.04));
        shadow.add(shadow(7, 0.2));
        shadow.add(shadow(7, 0.03));
        shadow.add(shadow(8, 0.09));

        Hardness other = judge(7, 0, SeenPeople.standing(0.8)).orElseThrow().hardness();

        assertThat(other.reasons()).containsExactly(HardReason.SHADOW);
        assertThat(other.disagreement()).hasValue(0.2);
        assertThat(judge(8, 5_000_000, SeenPeople.standing(0.8))).isEmpty();
        assertThat(judge(9, 9_000_000, SeenPeople.standing(0.8))).isEmpty();
    }

    @Test
    void shouldPassOverASkeletonItDoesNotKnowAndAFrameWithNobody() {
        PoseFrame newer = SeenPeople.event("a", 0, 0, "hands21");
        PoseFrame empty = SeenPeople.empty("a", 1, 33_000);

        assertThat(judge.judge(newer)).isEmpty();
        assertThat(judge.judge(empty)).isEmpty();
        assertThat(judge(2, 66_000, SeenPeople.standing(0.1))).isPresent();
    }

    private static ShadowPose shadow(long sequence, double distance) {
        WeightsRef ref = new WeightsRef("lite", "2", "cd");
        return ShadowPose.newBuilder()
                .setCamera("a")
                .setEpoch(1000)
                .setSequence(sequence)
                .setCaptureTimeUs(0)
                .setServing(ref)
                .setShadow(ref)
                .setSkeleton("lsp14")
                .setPeople(List.of())
                .setDistances(List.of())
                .setDistance(distance)
                .setServingScore(0.5f)
                .setShadowScore(0.5f)
                .setServingUs(1)
                .setShadowUs(1)
                .build();
    }
}
