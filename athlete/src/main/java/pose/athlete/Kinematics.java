package pose.athlete;

import java.util.List;
import pose.athlete.Stance.Arm;
import pose.athlete.Stance.Leg;
import pose.athlete.Stance.Trunk;

/** From joint angles to places in space. */
final class Kinematics {

    private static final double RIGHT = -1;
    private static final double LEFT = 1;
    private static final double HAND = 0.07;

    private Kinematics() {}

    /** The body in this stance, its lowest point {@code hop} above the ground. */
    static Joints joints(Body body, Stance stance) {
        Trunk t = stance.trunk();
        Turn hips = Turn.aboutY(t.turn()).after(Turn.aboutX(t.pitch())).after(Turn.aboutZ(t.roll()));
        Turn chest =
                hips.after(Turn.aboutX(t.bend())).after(Turn.aboutZ(t.side())).after(Turn.aboutY(t.twist()));
        Turn head = chest.after(Turn.aboutY(clamp(t.look(), -75, 75))).after(Turn.aboutX(clamp(t.nod(), -45, 50)));
        Vec3 waist = hips.of(0, body.pelvis(), 0);
        Vec3 neck = waist.plus(chest.of(0, body.chest(), 0));
        Vec3 top = neck.plus(head.of(0, body.head(), 0.012));
        Limb rightArm = arm(body, stance.right(), RIGHT, chest, waist);
        Limb leftArm = arm(body, stance.left(), LEFT, chest, waist);
        Limb rightLeg = leg(body, stance.rightLeg(), RIGHT, hips);
        Limb leftLeg = leg(body, stance.leftLeg(), LEFT, hips);
        Joints joints = new Joints(
                List.of(
                        rightLeg.end,
                        rightLeg.middle,
                        rightLeg.root,
                        leftLeg.root,
                        leftLeg.middle,
                        leftLeg.end,
                        rightArm.end,
                        rightArm.middle,
                        rightArm.root,
                        leftArm.root,
                        leftArm.middle,
                        leftArm.end,
                        neck,
                        top),
                hips,
                chest,
                head,
                waist,
                rightArm.tip,
                leftArm.tip,
                rightLeg.tip,
                leftLeg.tip);
        return joints.lifted(t.hop() - joints.lowest());
    }

    private record Limb(Vec3 root, Vec3 middle, Vec3 end, Vec3 tip) {}

    private static Limb arm(Body body, Arm a, double side, Turn chest, Vec3 waist) {
        // Shoulders ride up and in a little when the arm is raised.
        double raised = Math.max(0, Math.sin(Math.toRadians(Math.max(a.abduct(), a.flex()) - 90)));
        Vec3 root = waist.plus(
                chest.of(side * body.shoulder() * (1 - 0.14 * raised), body.chest() - 0.02 + 0.03 * raised, 0));
        Turn upper = chest.after(Turn.aboutY(-side * a.across()))
                .after(Turn.aboutX(-a.flex()))
                .after(Turn.aboutZ(side * a.abduct()))
                .after(Turn.aboutY(-side * a.inward()));
        Turn fore = upper.after(Turn.aboutX(-clamp(a.elbow(), 0, 148)));
        Vec3 elbow = root.plus(upper.of(0, -body.upperArm(), 0));
        Vec3 wrist = elbow.plus(fore.of(0, -body.forearm(), 0));
        return new Limb(root, elbow, wrist, wrist.plus(fore.of(0, -HAND, 0.012)));
    }

    private static Limb leg(Body body, Leg l, double side, Turn hips) {
        Vec3 root = hips.of(side * body.hip(), 0, 0);
        Turn thigh = hips.after(Turn.aboutX(-l.flex()))
                .after(Turn.aboutZ(side * l.abduct()))
                .after(Turn.aboutY(-side * l.inward()));
        Turn shin = thigh.after(Turn.aboutX(clamp(l.knee(), 0, 145)));
        Turn foot = shin.after(Turn.aboutX(-clamp(l.ankle(), -55, 40)));
        Vec3 knee = root.plus(thigh.of(0, -body.thigh(), 0));
        Vec3 ankle = knee.plus(shin.of(0, -body.shin(), 0));
        return new Limb(root, knee, ankle, ankle.plus(foot.of(0, -0.03, body.foot())));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
