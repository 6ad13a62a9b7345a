package pose.athlete;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pose.athlete.Stance.Arm;
import pose.athlete.Stance.Leg;
import pose.athlete.Stance.Trunk;
import pose.skeleton.Point;

class KinematicsTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);
    private static final Arm HANGING = new Arm(0, 0, 0, 0, 0);
    private static final Leg STRAIGHT = new Leg(0, 0, 0, 0, 0);
    private final Body body = Body.random(new Dice(1));
    private final Camera front = new Camera(Turn.NONE, Vec3.ZERO, 200, 100, 250);

    @Test
    void shouldShowTheRightSideOnTheLeftOfThePictureWhenSeenFromTheFront() {
        Joints joints = Kinematics.joints(body, stance(HANGING, HANGING));

        for (int[] pair : new int[][] {{0, 5}, {1, 4}, {2, 3}, {6, 11}, {7, 10}, {8, 9}}) {
            Point right = front.point(joints.at(pair[0]));
            Point left = front.point(joints.at(pair[1]));
            assertThat(right.x()).isLessThan(left.x());
        }
    }

    @Test
    void shouldShowTheRightSideOnTheRightOfThePictureWhenSeenFromBehind() {
        Camera behind = new Camera(Turn.aboutY(180), Vec3.ZERO, 200, 100, 250);

        Joints joints = Kinematics.joints(body, stance(HANGING, HANGING));

        assertThat(behind.point(joints.at(Joints.R_SHOULDER)).x())
                .isGreaterThan(behind.point(joints.at(Joints.L_SHOULDER)).x());
    }

    @Test
    void shouldShowTheFaceInFrontSoThatSidesCanBeTold() {
        Joints joints = Kinematics.joints(body, stance(HANGING, HANGING));

        // The nose and the toes point to the viewer when the right shoulder is on the left.
        assertThat(front.direction(joints.head().z()).z()).isGreaterThan(0.9);
        assertThat(joints.rightToe().z())
                .isGreaterThan(joints.at(Joints.R_ANKLE).z());
    }

    @Test
    void shouldRaiseOnlyTheArmThatIsAskedTo() {
        Joints joints = Kinematics.joints(body, stance(new Arm(0, 90, 0, 0, 0), HANGING));

        assertThat(joints.at(Joints.R_WRIST).y())
                .isCloseTo(joints.at(Joints.R_SHOULDER).y(), CLOSE);
        assertThat(joints.at(Joints.R_WRIST).x())
                .isLessThan(joints.at(Joints.R_SHOULDER).x() - 0.2);
        assertThat(joints.at(Joints.L_WRIST).y())
                .isLessThan(joints.at(Joints.L_SHOULDER).y() - 0.2);
    }

    @Test
    void shouldBendElbowsForwardsAndKneesBackwards() {
        Joints joints = Kinematics.joints(
                body, new Stance(Trunk.UPRIGHT, new Arm(0, 0, 0, 0, 90), HANGING, new Leg(0, 0, 0, 90, 0), STRAIGHT));

        assertThat(joints.at(Joints.R_WRIST).z() - joints.at(Joints.R_ELBOW).z())
                .isCloseTo(body.forearm(), CLOSE);
        assertThat(joints.at(Joints.R_ANKLE).z() - joints.at(Joints.R_KNEE).z()).isCloseTo(-body.shin(), CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Motion.class)
    void shouldKeepBonesRigidAndHeadsUpInEveryMotion(Motion motion) {
        for (double phase = 0; phase < 2 * Math.PI; phase += 0.2) {
            Joints joints = Kinematics.joints(body, motion.at(phase, 1));

            assertThat(joints.at(Joints.R_KNEE).minus(joints.at(Joints.R_ANKLE)).length())
                    .isCloseTo(body.shin(), CLOSE);
            assertThat(joints.at(Joints.L_WRIST)
                            .minus(joints.at(Joints.L_ELBOW))
                            .length())
                    .isCloseTo(body.forearm(), CLOSE);
            if (motion.standing()) {
                assertThat(joints.at(Joints.HEAD_TOP).y())
                        .isGreaterThan(joints.at(Joints.L_HIP).y());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Motion.class)
    void shouldSwapSidesInTheMirror(Motion motion) {
        Stance stance = motion.at(1, 1);

        Joints own = Kinematics.joints(body, stance);
        Joints mirrored = Kinematics.joints(body, stance.mirrored());

        for (int p = 0; p < 14; p++) {
            Vec3 other = mirrored.at(pose.skeleton.Skeleton.LSP14.mirror().get(p));
            assertThat(other.minus(new Vec3(
                                    -own.at(p).x(), own.at(p).y(), own.at(p).z()))
                            .length())
                    .isLessThan(1e-9);
        }
    }

    private static Stance stance(Arm right, Arm left) {
        return new Stance(Trunk.UPRIGHT, right, left, STRAIGHT, STRAIGHT);
    }
}
