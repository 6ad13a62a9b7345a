package pose.athlete;

import java.util.Arrays;
import java.util.List;
import pose.athlete.Stance.Arm;
import pose.athlete.Stance.Leg;
import pose.athlete.Stance.Trunk;

/**
 * What one athlete does over time: a motion, perhaps drifting into a second and back, at its own speed and vigour, with
 * the small irregularities of a person.
 */
final class Routine {

    private static final List<Motion> ALL = Arrays.asList(Motion.values());
    private static final List<Motion> STANDING =
            ALL.stream().filter(Motion::standing).toList();

    /** Share of people in scenes who are upright for sure. */
    private static final double UPRIGHT = 0.7;

    /** How far each angle may wander in degrees (and body heights), at looseness 1. */
    private static final Stance REACH = new Stance(
            new Trunk(12, 8, 6, 9, 9, 14, 14, 25, 0),
            new Arm(28, 22, 16, 28, 26),
            new Arm(28, 22, 16, 28, 26),
            new Leg(14, 9, 14, 16, 12),
            new Leg(14, 9, 14, 16, 12));

    private final Motion first;
    private final Motion second;
    private final boolean leftHanded;
    private final double speed;
    private final double vigour;
    private final double phase;
    private final double drift;
    private final Wander wander;
    private final Stance reach;

    private Routine(Motion first, Motion second, double looseness, Dice dice) {
        this.first = first;
        this.second = second;
        leftHanded = dice.chance(0.5);
        speed = dice.between(0.75, 1.25);
        vigour = dice.between(0.65, 1.05);
        phase = dice.between(0, 2 * Math.PI);
        drift = dice.between(0, 2 * Math.PI);
        wander = new Wander(dice.split());
        reach = reach(looseness);
    }

    /** How far each angle may wander: 0 not at all, 1 as far as a person plausibly gets off the textbook. */
    static Stance reach(double looseness) {
        return REACH.zip(REACH, (a, b) -> a * looseness);
    }

    /** A random routine of a scene: as in most sports, most people are upright. */
    static Routine mostlyUpright(Dice dice, double looseness) {
        return of(dice.pick(dice.chance(UPRIGHT) ? STANDING : ALL), dice, looseness);
    }

    /**
     * A random routine, every motion as likely as any other.
     *
     * @param looseness 0 for the textbook, 1 for as far off it as a person plausibly gets
     */
    static Routine random(Dice dice, double looseness) {
        return of(dice.pick(ALL), dice, looseness);
    }

    /** A random routine around one motion. */
    static Routine of(Motion motion, Dice dice, double looseness) {
        Motion other = motion.standing() && dice.chance(0.4) ? dice.pick(STANDING) : motion;
        return new Routine(motion, other, looseness, dice);
    }

    boolean standing() {
        return first.standing();
    }

    Stance at(double seconds) {
        double pace = speed * 2 * Math.PI * first.cyclesPerSecond();
        double beat = phase + pace * seconds + 0.3 * Math.sin(0.21 * pace * seconds);
        Stance stance = first.at(beat, vigour);
        if (second != first) {
            double blend = 0.5 + 0.5 * Math.sin(0.7 * seconds + drift);
            stance = stance.towards(second.at(beat * 0.5, vigour), blend * blend * (3 - 2 * blend));
        }
        Stance own = leftHanded ? stance.mirrored() : stance;
        return own.plus(wander.at(seconds).scaled(reach));
    }
}
