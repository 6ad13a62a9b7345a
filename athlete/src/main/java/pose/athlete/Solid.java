package pose.athlete;

/** One rounded piece of a figure, in picture pixels: x right, y down, z towards the viewer. */
sealed interface Solid permits Solid.TaperedLimb, Solid.Ellipsoid {

    Material material();

    /** About how far towards the viewer the solid is, in picture pixels. */
    double nearness();

    /** The square around the solid: centre x, centre y, half side. */
    double[] extent();

    /**
     * A round bar of varying thickness.
     *
     * @param profile in pixels
     */
    record TaperedLimb(Vec3 from, Vec3 to, Profile profile, Material material) implements Solid {

        @Override
        public double nearness() {
            return (from.z() + to.z()) / 2;
        }

        @Override
        public double[] extent() {
            double half = Math.max(Math.abs(to.x() - from.x()), Math.abs(to.y() - from.y())) / 2 + profile.thickest();
            return new double[] {(from.x() + to.x()) / 2, (from.y() + to.y()) / 2, half};
        }
    }

    /**
     * An egg: a ball stretched along three axes of its own.
     *
     * @param left unit direction of the first axis; {@code up}, {@code front} likewise
     * @param size half axes in pixels
     * @param pixels pixels a body height: turns pixels into the material's unit
     * @param origin the centre in the material's coordinates
     */
    record Ellipsoid(
            Vec3 centre, Vec3 left, Vec3 up, Vec3 front, Vec3 size, double pixels, Vec3 origin, Material material)
            implements Solid {

        @Override
        public double nearness() {
            return centre.z();
        }

        @Override
        public double[] extent() {
            return new double[] {centre.x(), centre.y(), Math.max(size.x(), Math.max(size.y(), size.z()))};
        }
    }
}
