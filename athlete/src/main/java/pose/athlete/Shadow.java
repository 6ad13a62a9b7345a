package pose.athlete;

/** The soft dark patch on the ground under an athlete. */
final class Shadow {

    private Shadow() {}

    /** Darkens a picture of 8-bit blue, green, red around the ground under each foot. */
    static void paint(Joints joints, Camera camera, byte[] bgr, int width, int height) {
        for (int part : new int[] {Joints.R_ANKLE, Joints.L_ANKLE, Joints.R_HIP}) {
            Vec3 joint = joints.at(part);
            Vec3 ground = camera.see(new Vec3(joint.x(), 0, joint.z()));
            boolean hip = part == Joints.R_HIP;
            double radius = camera.scale() * (hip ? 0.2 : 0.08 + 0.3 * Math.max(0, joint.y() - 0.05));
            double strength = hip ? 0.2 : 0.45 * Math.max(0, 1 - 4 * (joint.y() - 0.05));
            blot(bgr, width, height, ground, radius, strength);
        }
    }

    private static void blot(byte[] bgr, int width, int height, Vec3 at, double rx, double strength) {
        double ry = rx * 0.28;
        for (int y = (int) Math.max(0, at.y() - 2 * ry); y <= Math.min(height - 1, at.y() + 2 * ry); y++) {
            for (int x = (int) Math.max(0, at.x() - 2 * rx); x <= Math.min(width - 1, at.x() + 2 * rx); x++) {
                double dx = (x - at.x()) / rx;
                double dy = (y - at.y()) / ry;
                double near = 1 - (dx * dx + dy * dy) / 4;
                if (near > 0) {
                    double factor = 1 - strength * near * near * near;
                    int i = (y * width + x) * 3;
                    for (int c = 0; c < 3; c++) {
                        bgr[i + c] = (byte) ((bgr[i + c] & 255) * factor);
                    }
                }
            }
        }
    }
}
