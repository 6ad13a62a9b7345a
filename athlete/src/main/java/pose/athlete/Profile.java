package pose.athlete;

/** How thick a limb is along its length: radii evenly spaced from one end to the other, linear in between. */
final class Profile {

    private final double[] radii;

    private Profile(double[] radii) {
        this.radii = radii;
    }

    /** @param radii at least two */
    static Profile of(double... radii) {
        return new Profile(radii.clone());
    }

    /** The radius at a place, 0 at one end and 1 at the other. */
    double at(double along) {
        double place = along * (radii.length - 1);
        int i = Math.max(0, Math.min(radii.length - 2, (int) place));
        return radii[i] + (radii[i + 1] - radii[i]) * (place - i);
    }

    double thickest() {
        double most = 0;
        for (double r : radii) {
            most = Math.max(most, r);
        }
        return most;
    }

    /** Every radius times {@code factor}, then {@code more} added. */
    Profile grown(double factor, double more) {
        double[] grown = new double[radii.length];
        for (int i = 0; i < radii.length; i++) {
            grown[i] = radii[i] * factor + more;
        }
        return new Profile(grown);
    }
}
