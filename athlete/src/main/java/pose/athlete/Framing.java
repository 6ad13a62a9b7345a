package pose.athlete;

/**
 * From where one athlete is filmed, how large, and where in the picture. The camera swings around, breathes and drifts
 * smoothly, and whatever the routine does stays inside the picture of an athlete in the middle.
 */
final class Framing {

    /** How often the routine is looked at to find how much room it takes: a second, at least and at most in all. */
    private static final int SAMPLES_PER_SECOND = 16;

    private static final int LEAST_SAMPLES = 160;
    private static final int MOST_SAMPLES = 2000;
    /** How much of the picture the athlete may take, drift included. */
    private static final double FILL = 0.93;

    private static final double DRIFT = 0.015;

    private final double yaw;
    private final double swing;
    private final double pitch;
    private final double scale;
    private final double x;
    private final double y;
    private final Vec3 focus;
    private final double slow;
    private final double phase;
    private final double driftX;
    private final double driftY;

    private Framing(double yaw, double pitch, double scale, double x, double y, Vec3 focus, Dice dice, double smaller) {
        this.yaw = yaw;
        this.pitch = pitch;
        this.scale = scale;
        this.x = x;
        this.y = y;
        this.focus = focus;
        swing = dice.between(0, 35);
        slow = dice.between(0.2, 0.7);
        phase = dice.between(0, 2 * Math.PI);
        driftX = DRIFT * smaller;
        driftY = DRIFT * smaller;
    }

    /** In the middle, as large as {@code share} of the picture's height where the motion leaves room for that. */
    static Framing middle(Body body, Routine routine, SceneOptions options, Dice dice) {
        double pitch = dice.between(-4, 15);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double reach = 0;
        double sin = Math.abs(Math.sin(Math.toRadians(pitch)));
        double cos = Math.cos(Math.toRadians(pitch));
        double samples =
                Math.max(LEAST_SAMPLES, Math.min(MOST_SAMPLES, Math.ceil(SAMPLES_PER_SECOND * options.seconds())));
        for (int i = 0; i <= samples; i++) {
            Joints joints = Kinematics.joints(body, routine.at(options.seconds() * i / samples));
            for (Vec3 p : joints.outermost()) {
                double r = Math.hypot(p.x(), p.z());
                low = Math.min(low, p.y() * cos - r * sin);
                high = Math.max(high, p.y() * cos + r * sin);
                reach = Math.max(reach, r);
            }
        }
        double wish = dice.between(0.66, 0.9) * options.height();
        double room = Math.min(
                (FILL - 2 * DRIFT) * options.height() / (high - low),
                (FILL - 2 * DRIFT) * options.width() / (2 * reach));
        double middle = (low + high) / 2 / cos;
        return new Framing(
                dice.between(-180, 180),
                pitch,
                Math.min(wish, room),
                (options.width() - 1) / 2.0,
                (options.height() - 1) / 2.0,
                new Vec3(0, middle, 0),
                dice,
                Math.min(options.width(), options.height()));
    }

    /** The same shot somewhere else and smaller: for those around the one in the middle. */
    static Framing aside(Body body, Routine routine, SceneOptions options, Dice dice, double across) {
        Framing whole = middle(body, routine, options, dice);
        double smaller = dice.between(0.45, 0.85);
        return new Framing(
                whole.yaw,
                whole.pitch,
                whole.scale * smaller,
                across * options.width(),
                options.height() * dice.between(0.42, 0.56),
                whole.focus,
                dice,
                Math.min(options.width(), options.height()));
    }

    Camera at(double seconds) {
        double wave = slow * seconds + phase;
        Turn orientation = Turn.aboutX(pitch).after(Turn.aboutY(yaw + swing * Math.sin(wave)));
        double breath = 1 - 0.03 * (0.5 + 0.5 * Math.sin(1.7 * wave + 2));
        return new Camera(
                orientation,
                focus,
                scale * breath,
                x + driftX * Math.sin(1.3 * wave + 1),
                y + driftY * Math.sin(0.9 * wave + 4));
    }
}
