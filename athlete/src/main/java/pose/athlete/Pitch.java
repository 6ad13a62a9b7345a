package pose.athlete;

import pose.athlete.Route.Spot;
import pose.athlete.Route.Station;

/** How a camera that stands still sees a level ground: who is farther is smaller and stands higher in the picture. */
final class Pitch {

    /** Above the farthest athletes, of the picture's height. */
    private static final double HEADROOM = 0.03;

    private final int width;
    private final double tilt;
    private final double nearest;
    private final double farthest;
    private final double horizon;
    private final double eye;

    private Pitch(int width, int height, Dice dice) {
        this.width = width;
        tilt = dice.between(1, 14);
        nearest = dice.between(0.42, 0.78) * height;
        farthest = nearest * dice.between(0.2, 0.5);
        double ground = dice.between(0.92, 1.0) * height;
        // From where the farthest athletes' heads are still in the picture.
        double highest = (ground - HEADROOM * height - farthest) / (nearest - farthest);
        eye = dice.between(0.9, Math.max(1, Math.min(2.2, highest)));
        horizon = ground - eye * nearest;
    }

    static Pitch random(int width, int height, Dice dice) {
        return new Pitch(width, height, dice);
    }

    /**
     * How an athlete is seen who stands at a place.
     *
     * @param tall the athlete's height against the others', about 1
     * @param facing degrees to the right of the viewer
     */
    Camera camera(Station at, double tall, double facing) {
        double scale = scale(at);
        return new Camera(
                Turn.aboutX(tilt).after(Turn.aboutY(facing)),
                Vec3.ZERO,
                tall * scale,
                (width - 1) / 2.0 + at.across() * width / 2.0,
                horizon + eye * scale);
    }

    /** Over the ground, in body heights a second. */
    double speed(Spot spot) {
        return Math.hypot(right(spot.pace()), towards(spot.pace())) / scale(spot.at());
    }

    /** The way along a leg, in degrees to the right of the viewer; NaN for a leg that leads nowhere. */
    double facing(Station leg) {
        double right = right(leg);
        double towards = towards(leg);
        return Math.hypot(right, towards) < 1e-3 * width ? Double.NaN : Math.toDegrees(Math.atan2(right, towards));
    }

    private double right(Station way) {
        return way.across() * width / 2.0;
    }

    /** A tenth larger is a tenth of the distance nearer; the distance, in pixels, is about the lens's. */
    private double towards(Station way) {
        return way.near() * Math.log(nearest / farthest) * width;
    }

    private double scale(Station at) {
        return farthest * Math.pow(nearest / farthest, at.near());
    }
}
