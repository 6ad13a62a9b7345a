package pose.athlete;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;

/** How an athlete holds the body at one instant: joint angles in degrees, all 0 when standing with hanging arms. */
record Stance(Trunk trunk, Arm right, Arm left, Leg rightLeg, Leg leftLeg) {

    /**
     * The body as a whole and its spine.
     *
     * @param turn the whole body to its left
     * @param pitch the whole body forwards
     * @param roll the whole body to its right
     * @param bend the chest forwards against the hips
     * @param side the chest to the right against the hips
     * @param twist the chest to the left against the hips
     * @param nod the head forwards
     * @param look the head to the left
     * @param hop how far the lowest point is above the ground, in body heights
     */
    record Trunk(
            double turn,
            double pitch,
            double roll,
            double bend,
            double side,
            double twist,
            double nod,
            double look,
            double hop) {

        static final Trunk UPRIGHT = new Trunk(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Trunk zip(Trunk o, DoubleBinaryOperator f) {
            return new Trunk(
                    f.applyAsDouble(turn, o.turn),
                    f.applyAsDouble(pitch, o.pitch),
                    f.applyAsDouble(roll, o.roll),
                    f.applyAsDouble(bend, o.bend),
                    f.applyAsDouble(side, o.side),
                    f.applyAsDouble(twist, o.twist),
                    f.applyAsDouble(nod, o.nod),
                    f.applyAsDouble(look, o.look),
                    f.applyAsDouble(hop, o.hop));
        }

        Trunk mirrored() {
            return new Trunk(-turn, pitch, -roll, bend, -side, -twist, nod, -look, hop);
        }
    }

    /**
     * @param flex raised forwards
     * @param abduct raised sideways
     * @param across swung towards the other side in the horizontal plane
     * @param inward upper arm rolled inwards about itself
     * @param elbow bent
     */
    record Arm(double flex, double abduct, double across, double inward, double elbow) {

        Arm zip(Arm o, DoubleBinaryOperator f) {
            return new Arm(
                    f.applyAsDouble(flex, o.flex),
                    f.applyAsDouble(abduct, o.abduct),
                    f.applyAsDouble(across, o.across),
                    f.applyAsDouble(inward, o.inward),
                    f.applyAsDouble(elbow, o.elbow));
        }
    }

    /**
     * @param flex raised forwards
     * @param abduct raised sideways
     * @param inward rolled inwards about itself
     * @param knee bent
     * @param ankle toes pulled up
     */
    record Leg(double flex, double abduct, double inward, double knee, double ankle) {

        /** A leg whose foot is flat on the ground while the hips are pitched forwards by {@code pitch}. */
        static Leg planted(double flex, double abduct, double knee, double pitch) {
            return new Leg(flex, abduct, -10, knee, knee - flex + pitch);
        }

        Leg zip(Leg o, DoubleBinaryOperator f) {
            return new Leg(
                    f.applyAsDouble(flex, o.flex),
                    f.applyAsDouble(abduct, o.abduct),
                    f.applyAsDouble(inward, o.inward),
                    f.applyAsDouble(knee, o.knee),
                    f.applyAsDouble(ankle, o.ankle));
        }
    }

    /** A stance with one draw for each angle. */
    static Stance of(DoubleSupplier draw) {
        return new Stance(
                new Trunk(
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble(),
                        draw.getAsDouble()),
                arm(draw),
                arm(draw),
                leg(draw),
                leg(draw));
    }

    Stance zip(Stance o, DoubleBinaryOperator f) {
        return new Stance(
                trunk.zip(o.trunk, f),
                right.zip(o.right, f),
                left.zip(o.left, f),
                rightLeg.zip(o.rightLeg, f),
                leftLeg.zip(o.leftLeg, f));
    }

    Stance plus(Stance o) {
        return zip(o, Double::sum);
    }

    /** Each angle times the other's. */
    Stance scaled(Stance o) {
        return zip(o, (a, b) -> a * b);
    }

    Stance towards(Stance o, double part) {
        return zip(o, (a, b) -> a + (b - a) * part);
    }

    /** The same stance done with the other side: left-handed where this is right-handed. */
    Stance mirrored() {
        return new Stance(
                trunk.mirrored(),
                /* right= */ left,
                /* left= */ right,
                /* rightLeg= */ leftLeg,
                /* leftLeg= */ rightLeg);
    }

    private static Arm arm(DoubleSupplier draw) {
        return new Arm(
                draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble());
    }

    private static Leg leg(DoubleSupplier draw) {
        return new Leg(
                draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble(), draw.getAsDouble());
    }
}
