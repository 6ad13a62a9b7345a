package pose.athlete;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Point;

/**
 * Where a body's joints are in space, standing on y = 0 with the hips over the origin; lengths in body heights.
 *
 * @param points the 14 parts of {@link pose.skeleton.Skeleton#LSP14}
 * @param hips orientation of the hips
 * @param chest orientation of the chest
 * @param head orientation of the head
 * @param waist where hips and chest meet
 */
record Joints(
        List<Vec3> points,
        Turn hips,
        Turn chest,
        Turn head,
        Vec3 waist,
        Vec3 rightHand,
        Vec3 leftHand,
        Vec3 rightToe,
        Vec3 leftToe) {

    static final int R_ANKLE = 0;
    static final int R_KNEE = 1;
    static final int R_HIP = 2;
    static final int L_HIP = 3;
    static final int L_KNEE = 4;
    static final int L_ANKLE = 5;
    static final int R_WRIST = 6;
    static final int R_ELBOW = 7;
    static final int R_SHOULDER = 8;
    static final int L_SHOULDER = 9;
    static final int L_ELBOW = 10;
    static final int L_WRIST = 11;
    static final int NECK = 12;
    static final int HEAD_TOP = 13;

    Vec3 at(int part) {
        return points.get(part);
    }

    /** The 14 parts in picture pixels. */
    List<Point> seenBy(Camera camera) {
        return points.stream().map(camera::point).toList();
    }

    /** What can be furthest out: the parts and the tips of hands and feet. */
    List<Vec3> outermost() {
        List<Vec3> all = new ArrayList<>(points);
        all.addAll(List.of(rightHand, leftHand, rightToe, leftToe));
        return all;
    }

    /** The lowest place of the body: what stands on the ground. */
    double lowest() {
        double low = Math.min(rightToe.y(), leftToe.y()) - 0.02;
        low = Math.min(low, Math.min(at(R_ANKLE).y(), at(L_ANKLE).y()) - 0.045);
        low = Math.min(low, Math.min(rightHand.y(), leftHand.y()) - 0.01);
        low = Math.min(low, Math.min(at(R_KNEE).y(), at(L_KNEE).y()) - 0.035);
        return Math.min(low, Math.min(at(HEAD_TOP).y(), waist.y() - 0.1));
    }

    Joints lifted(double by) {
        Vec3 up = new Vec3(0, by, 0);
        return new Joints(
                points.stream().map(up::plus).toList(),
                hips,
                chest,
                head,
                waist.plus(up),
                rightHand.plus(up),
                leftHand.plus(up),
                rightToe.plus(up),
                leftToe.plus(up));
    }
}
