package pose.athlete;

/** A rotation, as where it takes the three axes. */
record Turn(Vec3 x, Vec3 y, Vec3 z) {

    static final Turn NONE = new Turn(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));

    /** About the x axis: y goes towards z. */
    static Turn aboutX(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec3(1, 0, 0), new Vec3(0, c, s), new Vec3(0, -s, c));
    }

    /** About the y axis: z goes towards x. */
    static Turn aboutY(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec3(c, 0, -s), new Vec3(0, 1, 0), new Vec3(s, 0, c));
    }

    /** About the z axis: x goes towards y. */
    static Turn aboutZ(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec3(c, s, 0), new Vec3(-s, c, 0), new Vec3(0, 0, 1));
    }

    Vec3 of(Vec3 v) {
        return new Vec3(
                x.x() * v.x() + y.x() * v.y() + z.x() * v.z(),
                x.y() * v.x() + y.y() * v.y() + z.y() * v.z(),
                x.z() * v.x() + y.z() * v.y() + z.z() * v.z());
    }

    Vec3 of(double vx, double vy, double vz) {
        return of(new Vec3(vx, vy, vz));
    }

    /** First {@code inner}, then this. */
    Turn after(Turn inner) {
        return new Turn(of(inner.x), of(inner.y), of(inner.z));
    }
}
