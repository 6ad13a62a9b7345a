package pose.athlete;

/** A place or direction in space: x to the person's left, y up, z to where the person faces; unit: the body's height. */
record Vec3(double x, double y, double z) {

    static final Vec3 ZERO = new Vec3(0, 0, 0);

    Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    Vec3 times(double f) {
        return new Vec3(x * f, y * f, z * f);
    }

    double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec3 unit() {
        return times(1 / Math.max(1e-12, length()));
    }

    /** From this to {@code o}: this at 0, {@code o} at 1. */
    Vec3 towards(Vec3 o, double part) {
        return plus(o.minus(this).times(part));
    }
}
