package pose.track;

/**
 * How the One-Euro filter weighs steadiness against lag (Casiez, Roussel and Vogel, CHI 2012). Speeds are in extents of
 * the person a second, so that near and far people are treated alike.
 *
 * @param restCutoffHz cutoff of a part at rest (mincutoff in the paper), above 0 to 100: less is steadier
 * @param cutoffPerSpeed how much the cutoff grows with speed (beta in the paper), Hz per extent a second, 0 to 1000: more
 *     lags less
 * @param speedCutoffHz cutoff of the speed itself (dcutoff in the paper), above 0 to 100
 */
public record Steadiness(double restCutoffHz, double cutoffPerSpeed, double speedCutoffHz) {

    public Steadiness {
        requireCutoff("restCutoffHz", restCutoffHz);
        requireCutoff("speedCutoffHz", speedCutoffHz);
        if (!(cutoffPerSpeed >= 0 && cutoffPerSpeed <= 1000)) {
            throw new IllegalArgumentException("cutoffPerSpeed is " + cutoffPerSpeed + "; it must be from 0 to 1000");
        }
    }

    private static void requireCutoff(String name, double hertz) {
        if (!(hertz > 0 && hertz <= 100)) {
            throw new IllegalArgumentException(name + " is " + hertz + "; it must be above 0 and at most 100");
        }
    }
}
