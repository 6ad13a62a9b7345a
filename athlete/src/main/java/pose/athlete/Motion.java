package pose.athlete;

import pose.athlete.Stance.Arm;
import pose.athlete.Stance.Leg;
import pose.athlete.Stance.Trunk;

/** A periodic exercise, right-handed where it has a hand. */
enum Motion {
    RUN(1.3, true) {
        @Override
        Stance at(double phase, double vigour) {
            double stride = Math.sin(phase) * vigour;
            return new Stance(
                    new Trunk(0, 10 * vigour, 0, 3, 0, 14 * stride, -5, -8 * stride, 0.02 * (1 + Math.cos(2 * phase))),
                    new Arm(-8 - 50 * stride, 10, 0, 20, 85 - 20 * stride),
                    new Arm(-8 + 50 * stride, 10, 0, 20, 85 + 20 * stride),
                    runningLeg(phase, vigour),
                    runningLeg(phase + Math.PI, vigour));
        }
    },
    JUMPING_JACK(0.9, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = pulse(phase) * vigour;
            Arm arm = new Arm(5, 8 + 155 * s, 0, -20 * s, 12);
            Leg leg = new Leg(4, 3 + 26 * s, -12, 8, -10 * Math.abs(Math.sin(phase)));
            double hop = 0.05 * Math.sin(phase) * Math.sin(phase);
            return new Stance(new Trunk(0, 0, 0, 0, 0, 0, 0, 0, hop), arm, arm, leg, leg);
        }
    },
    SQUAT(0.45, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = pulse(phase) * vigour;
            double pitch = 32 * s;
            Arm arm = new Arm(10 + 75 * s, 6, 8, 0, 8 + 20 * s);
            Leg leg = Leg.planted(5 + 103 * s, 9 + 7 * s, 8 + 105 * s, pitch);
            return new Stance(new Trunk(0, pitch, 0, 5 * s, 0, 0, -18 * s, 0, 0), arm, arm, leg, leg);
        }
    },
    SWING(0.4, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase + 0.6 * Math.sin(phase)) * vigour;
            double back = Math.max(0, -s);
            double through = Math.max(0, s);
            double lift = 42 + 75 * s * s;
            return new Stance(
                    new Trunk(25 * s, 24, 0, 12 - 12 * through, 6 * through, 55 * s, 8, -60 * s * (s < 0 ? 1 : 0.2), 0),
                    new Arm(lift, 0, 22 + 25 * through, -10, 14 + 75 * back),
                    new Arm(lift, 0, 22 + 25 * back, -10, 12 + 75 * through),
                    Leg.planted(30 + 6 * back, 11, 20 + 12 * through, 24),
                    Leg.planted(30, 11, 20 + 10 * back, 24));
        }
    },
    THROW(0.5, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase + 0.7 * Math.sin(phase)) * vigour;
            double wind = 0.5 - 0.5 * s;
            return new Stance(
                    new Trunk(20 * s, 8 + 10 * s, 0, 8 * s, -8, 42 * s, 0, -40 * s, 0),
                    new Arm(0, 92 + 12 * s, 20 + 45 * s, -85 * wind - 15, 18 + 85 * wind),
                    new Arm(25 + 50 * wind, 30, 10, 10, 25 + 40 * (1 - wind)),
                    new Leg(-14 - 10 * s, 12, -20, 25 + 15 * s, -12 * (1 + s)),
                    Leg.planted(32 + 22 * s, 10, 22 + 25 * s, 8));
        }
    },
    KICK(0.5, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase) * vigour;
            double forward = Math.max(0, s);
            return new Stance(
                    new Trunk(15 * s, -8 * forward + 4, 0, 6, 6, 18 * s, 12, 0, 0),
                    new Arm(-35 * s, 35, 0, 0, 30),
                    new Arm(45 * s, 45, 0, 0, 30),
                    new Leg(22 + 62 * s, 8, -15, 48 - 40 * s, -20),
                    Leg.planted(8, 4, 16, 2));
        }
    },
    LUNGE(0.4, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = (0.25 + 0.75 * pulse(phase)) * vigour;
            Arm onHip = new Arm(-25, 38, 0, 65, 95);
            return new Stance(
                    new Trunk(0, 6 * s, 0, 0, 0, 0, 0, 0, 0),
                    onHip,
                    onHip,
                    Leg.planted(78 * s, 5, 76 * s, 6 * s),
                    new Leg(-18 * s, 5, 0, 50 * s, -8 + 20 * s));
        }
    },
    PRESS(0.5, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = pulse(phase) * vigour;
            Arm arm = new Arm(0, 55 + 110 * s, 12, -90, 118 - 108 * s);
            Leg leg = Leg.planted(6 + 12 * (1 - s), 10, 12 + 22 * (1 - s), 2);
            return new Stance(new Trunk(0, 2, 0, 0, 0, 0, -6, 0, 0), arm, arm, leg, leg);
        }
    },
    SERVE(0.45, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase) * vigour;
            double reach = 0.5 + 0.5 * s;
            return new Stance(
                    new Trunk(20 * s, 4 + 14 * reach, 0, -14 + 20 * reach, -10, 30 * s, -22, 0, 0.05 * reach),
                    new Arm(10 + 25 * s, 100 + 55 * reach, 10, -80, 100 - 92 * reach),
                    new Arm(165 - 95 * reach, 12, 0, 0, 10 + 50 * reach),
                    new Leg(-10, 6, 0, 30, -15),
                    Leg.planted(22, 8, 28 - 18 * reach, 6));
        }
    },
    STRETCH(0.25, true) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase) * vigour;
            return new Stance(
                    new Trunk(0, 0, 8 * s, 0, 28 * s, 0, 0, 0, 0),
                    new Arm(0, 85 - 70 * s, 0, -40, 30 + 25 * s),
                    new Arm(0, 85 + 70 * s, 0, -40, 30 - 25 * s),
                    new Leg(0, 20 - 8 * s, -10, 4 + 10 * Math.max(0, -s), 4),
                    new Leg(0, 20 + 8 * s, -10, 4 + 10 * Math.max(0, s), 4));
        }
    },
    CARTWHEEL(0.35, false) {
        @Override
        Stance at(double phase, double vigour) {
            Arm arm = new Arm(0, 158, 0, -20, 6);
            double split = 34 + 18 * vigour * Math.cos(2 * phase);
            return new Stance(
                    new Trunk(0, 0, Math.toDegrees(phase), 0, 0, 8 * Math.sin(phase), -10, 0, 0),
                    arm,
                    arm,
                    new Leg(8 * Math.sin(phase), split, -20, 8, -35),
                    new Leg(-8 * Math.sin(phase), split, -20, 8, -35));
        }
    },
    HANDSTAND(0.3, false) {
        @Override
        Stance at(double phase, double vigour) {
            double s = Math.sin(phase) * vigour;
            return new Stance(
                    new Trunk(0, 180 + 10 * s, 0, -6, 0, 0, -35, 0, 0),
                    new Arm(172 - 10 * s, 6, 0, 0, 6),
                    new Arm(172 - 10 * s, 6, 0, 0, 6),
                    new Leg(35 * s, 10, 0, 12 + 10 * s, -45),
                    new Leg(-35 * s, 10, 0, 12 - 10 * s, -45));
        }
    },
    SOMERSAULT(0.4, false) {
        @Override
        Stance at(double phase, double vigour) {
            double tuck = pulse(phase) * vigour;
            Arm arm = new Arm(150 - 95 * tuck, 12, 0, 20, 8 + 60 * tuck);
            Leg leg = new Leg(5 + 115 * tuck, 8, 0, 6 + 115 * tuck, -25);
            Trunk trunk = new Trunk(0, Math.toDegrees(phase), 0, 30 * tuck, 0, 0, 25 * tuck, 0, 0.25 * tuck);
            return new Stance(trunk, arm, arm, leg, leg);
        }
    };

    private final double cyclesPerSecond;
    private final boolean standing;

    Motion(double cyclesPerSecond, boolean standing) {
        this.cyclesPerSecond = cyclesPerSecond;
        this.standing = standing;
    }

    /** The stance at a phase in radians, for a vigour of about 0.6 to 1.1. */
    abstract Stance at(double phase, double vigour);

    double cyclesPerSecond() {
        return cyclesPerSecond;
    }

    /** True where the athlete stays on the feet, so that the head is never below the hips. */
    boolean standing() {
        return standing;
    }

    private static double pulse(double phase) {
        return 0.5 - 0.5 * Math.cos(phase);
    }

    private static Leg runningLeg(double phase, double vigour) {
        double recovery = Math.max(0, Math.cos(phase + 0.5));
        double flex = 16 + 44 * Math.sin(phase) * vigour;
        double knee = 16 + 90 * recovery * Math.sqrt(recovery) * vigour;
        return new Leg(flex, 2, 0, knee, 18 * Math.sin(phase) - 6);
    }
}
