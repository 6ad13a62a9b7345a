package pose.athlete;

import java.util.List;
import pose.athlete.Route.Spot;
import pose.athlete.Stance.Arm;
import pose.athlete.Stance.Leg;
import pose.athlete.Stance.Trunk;

/** One athlete of a match: runs along a route, and when there stands ready or does what they train. */
final class Player {

    private static final List<Motion> SKILLS =
            List.of(Motion.KICK, Motion.THROW, Motion.SERVE, Motion.SWING, Motion.STRETCH, Motion.JUMPING_JACK);
    private static final Stance READY = new Stance(
            new Trunk(0, 6, 0, 4, 0, 0, -4, 0, 0),
            new Arm(12, 9, 0, 0, 24),
            new Arm(12, 9, 0, 0, 24),
            Leg.planted(12, 7, 16, 6),
            Leg.planted(12, 7, 16, 6));
    /** Body heights a second at which somebody runs rather than stands; at {@link #SPRINT} they run at full stride. */
    private static final double RUN = 0.6;

    private static final double SPRINT = 2;

    private final long id;
    private final Body body;
    private final Wardrobe wardrobe;
    private final Route route;
    private final Pitch pitch;
    private final double tall;
    private final double cadence;
    private final double phase;
    private final double idleFacing;
    private final Stance reach;
    private final Wander wander;
    private final Motion skill;
    private final boolean skilled;

    Player(long id, Body body, Wardrobe wardrobe, Route route, Pitch pitch, Dice dice) {
        this.id = id;
        this.body = body;
        this.wardrobe = wardrobe;
        this.route = route;
        this.pitch = pitch;
        tall = dice.between(0.92, 1.06);
        cadence = 2 * Math.PI * dice.between(1.15, 1.5);
        phase = dice.between(0, 2 * Math.PI);
        idleFacing = dice.between(-75, 75);
        reach = Routine.reach(dice.between(0.15, 0.4));
        wander = new Wander(dice.split());
        skill = dice.pick(SKILLS);
        skilled = dice.chance(0.4);
    }

    Appearance at(double seconds) {
        Spot spot = route.at(seconds);
        Camera camera = pitch.camera(spot.at(), tall, facing(spot));
        return new Appearance(id, body, wardrobe, Kinematics.joints(body, stance(spot, seconds)), camera);
    }

    private Stance stance(Spot spot, double seconds) {
        double speed = pitch.speed(spot);
        Stance idle = skilled ? skill.at(phase + seconds * 2 * Math.PI * skill.cyclesPerSecond(), 0.8) : READY;
        Stance running = Motion.RUN.at(phase + cadence * seconds, Math.min(1.05, 0.25 + 0.8 * speed / SPRINT));
        double moving = Math.min(1, speed / RUN);
        return idle.towards(running, moving * moving * (3 - 2 * moving))
                .plus(wander.at(seconds).scaled(reach));
    }

    /** Turns from leg to leg as the route itself does, always the shorter way round. */
    private double facing(Spot spot) {
        double middle = facingAlong(spot, 1);
        double before = middle + shorter(facingAlong(spot, 0) - middle);
        double after = middle + shorter(facingAlong(spot, 2) - middle);
        double u = spot.part();
        return before * (1 - u) * (1 - u) / 2 + middle * (0.5 + u - u * u) + after * u * u / 2;
    }

    private double facingAlong(Spot spot, int leg) {
        double facing = pitch.facing(spot.legs().get(leg));
        return Double.isNaN(facing) ? idleFacing : facing;
    }

    private static double shorter(double degrees) {
        return degrees - 360 * Math.rint(degrees / 360);
    }
}
