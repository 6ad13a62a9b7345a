package pose.athlete;

import java.util.function.DoubleSupplier;

/** Slow, smooth deviation of every angle from the textbook: a constant part and two sine waves each, within ±1. */
final class Wander {

    private static final int ANGLES = 29;

    private final double[] offset = new double[ANGLES];
    private final double[] hertz = new double[ANGLES];
    private final double[] phase = new double[ANGLES];

    Wander(Dice dice) {
        for (int i = 0; i < ANGLES; i++) {
            offset[i] = dice.between(-0.55, 0.55);
            hertz[i] = dice.between(0.06, 0.3);
            phase[i] = dice.between(0, 2 * Math.PI);
        }
    }

    /** All angles at a time in seconds, each within ±1. */
    Stance at(double seconds) {
        return Stance.of(new DoubleSupplier() {
            private int i;

            @Override
            public double getAsDouble() {
                double wave = 2 * Math.PI * hertz[i] * seconds + phase[i];
                double value = offset[i] + 0.3 * Math.sin(wave) + 0.15 * Math.sin(2.3 * wave + 1);
                i++;
                return value;
            }
        });
    }
}
