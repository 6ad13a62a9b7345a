package pose.athlete;

/** One rounded piece of a figure, in picture pixels: x right, y down, z towards the viewer. */
sealed interface Solid permits Solid.TaperedLimb, Solid.Ellipsoid {

    Material material();

    /** About how far towards the viewer the solid is, in picture pixels. */
    double nearness();

    /** The square around the solid: centre x, centre y, half side. */
    double[] extent();

    /** Whether the solid hides what is behind it at this place of the picture. */
    boolean covers(double x, double y);

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

        @Override
        public boolean covers(double x, double y) {
            double ux = to.x() - from.x();
            double uy = to.y() - from.y();
            double length2 = ux * ux + uy * uy;
            double way = length2 < 1e-6 ? 0 : ((x - from.x()) * ux + (y - from.y()) * uy) / length2;
            double along = Math.max(0, Math.min(1, way));
            return Math.hypot(x - from.x() - along * ux, y - from.y() - along * uy) < profile.at(along);
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

        /** An egg's outline as seen is an ellipse: where a ray through the place touches the surface. */
        @Override
        public boolean covers(double x, double y) {
            Vec3 a = left.times(1 / size.x());
            Vec3 b = up.times(1 / size.y());
            Vec3 c = front.times(1 / size.z());
            double dx = x - centre.x();
            double dy = y - centre.y();
            double p = a.x() * dx + a.y() * dy;
            double q = b.x() * dx + b.y() * dy;
            double r = c.x() * dx + c.y() * dy;
            double kk = a.z() * a.z() + b.z() * b.z() + c.z() * c.z();
            double mk = p * a.z() + q * b.z() + r * c.z();
            return mk * mk - kk * (p * p + q * q + r * r - 1) > 0;
        }
    }
}
