package pose.athlete;

import java.util.ArrayList;
import java.util.List;
import pose.athlete.Solid.Ellipsoid;
import pose.athlete.Solid.TaperedLimb;

/** Flesh and clothes around the joints, as solids in picture pixels. */
final class Figure {

    private static final Profile UPPER_ARM = Profile.of(0.031, 0.031, 0.027, 0.023);
    private static final Profile FOREARM = Profile.of(0.023, 0.025, 0.020, 0.0145);
    private static final Profile HAND = Profile.of(0.015, 0.019, 0.018, 0.012);
    private static final Profile THIGH = Profile.of(0.047, 0.050, 0.044, 0.035);
    private static final Profile SHIN = Profile.of(0.034, 0.039, 0.031, 0.021);
    private static final Profile FOOT = Profile.of(0.025, 0.025, 0.021, 0.016);
    private static final Profile NECK = Profile.of(0.030, 0.027);
    private static final Profile TRAPEZIUS = Profile.of(0.033, 0.034);

    private final Body body;
    private final Wardrobe wardrobe;
    private final Joints joints;
    private final Camera camera;
    private final List<Solid> solids = new ArrayList<>(40);

    private Figure(Body body, Wardrobe wardrobe, Joints joints, Camera camera) {
        this.body = body;
        this.wardrobe = wardrobe;
        this.joints = joints;
        this.camera = camera;
    }

    static List<Solid> solids(Body body, Wardrobe wardrobe, Joints joints, Camera camera) {
        Figure figure = new Figure(body, wardrobe, joints, camera);
        figure.trunk();
        figure.head();
        figure.arm(
                joints.at(Joints.R_SHOULDER), joints.at(Joints.R_ELBOW), joints.at(Joints.R_WRIST), joints.rightHand());
        figure.arm(
                joints.at(Joints.L_SHOULDER), joints.at(Joints.L_ELBOW), joints.at(Joints.L_WRIST), joints.leftHand());
        figure.leg(joints.at(Joints.R_HIP), joints.at(Joints.R_KNEE), joints.at(Joints.R_ANKLE), joints.rightToe());
        figure.leg(joints.at(Joints.L_HIP), joints.at(Joints.L_KNEE), joints.at(Joints.L_ANKLE), joints.leftToe());
        return figure.solids;
    }

    private void trunk() {
        double g = body.girth();
        Turn chest = joints.chest();
        double wide = body.shoulder() * 0.93;
        double waist = body.hip() + 0.022 * g;
        trunk(0.64, new Vec3(wide, body.chest() * 0.47, 0.061 * g));
        trunk(0.36, new Vec3((wide + waist) / 2, body.chest() * 0.5, 0.061 * g));
        trunk(0.04, new Vec3(waist, body.chest() * 0.56, 0.056 * g));
        Vec3 seat = new Vec3(0, 0.012, -0.006);
        Vec3 hips = joints.at(Joints.R_HIP).towards(joints.at(Joints.L_HIP), 0.5);
        ellipsoid(hips, joints.hips(), seat, new Vec3(body.hip() + 0.037 * g, 0.084, 0.064 * g), wardrobe.shorts());
        Vec3 nape = joints.at(Joints.NECK).plus(chest.of(0, -0.03, -0.005));
        for (int side : new int[] {Joints.R_SHOULDER, Joints.L_SHOULDER}) {
            Vec3 shoulder = joints.at(side).plus(chest.of(0, -0.006, 0));
            boolean covered = wardrobe.sleeves() > 0;
            limb(nape, shoulder, TRAPEZIUS, 1, covered ? 0.002 : 0, covered ? wardrobe.sleeve() : wardrobe.skin());
        }
    }

    private void trunk(double part, Vec3 size) {
        ellipsoid(joints.waist(), joints.chest(), new Vec3(0, body.chest() * part, 0), size, wardrobe.shirt());
    }

    private void head() {
        Turn turn = joints.head();
        Vec3 neck = joints.at(Joints.NECK);
        double lift = body.head() - Face.HEAD.y();
        limb(neck.plus(joints.chest().of(0, -0.025, 0)), neck.plus(turn.of(0, lift, 0)), NECK, 1, 0, wardrobe.skin());
        Vec3 skull = new Vec3(0, lift, 0.012);
        Vec3 centre = neck.plus(turn.of(skull));
        head(centre, turn, Vec3.ZERO, Face.HEAD, wardrobe.head());
        head(centre, turn, new Vec3(0, -0.012, 0.055), new Vec3(0.008, 0.013, 0.013), wardrobe.skin());
        for (int side = -1; side <= 1; side += 2) {
            head(centre, turn, new Vec3(side * 0.046, -0.004, -0.004), new Vec3(0.006, 0.016, 0.011), wardrobe.skin());
        }
        if (wardrobe.ponytail()) {
            head(
                    centre,
                    turn,
                    new Vec3(0, -0.02, -0.07),
                    new Vec3(0.019, 0.05, 0.022),
                    Material.plain(wardrobe.hair()));
        }
    }

    private void head(Vec3 centre, Turn turn, Vec3 offset, Vec3 size, Material material) {
        solid(centre.plus(turn.of(offset)), turn, size, Vec3.ZERO, material);
    }

    private void arm(Vec3 shoulder, Vec3 elbow, Vec3 wrist, Vec3 hand) {
        double g = 0.5 + 0.5 * body.girth();
        limb(shoulder, elbow, UPPER_ARM, g, 0, wardrobe.skin());
        limb(elbow, wrist, FOREARM, g, 0, wardrobe.skin());
        limb(wrist, hand, HAND, 1, 0, wardrobe.skin());
        covered(shoulder, elbow, UPPER_ARM, g, Math.min(1, wardrobe.sleeves()), wardrobe.sleeve());
        covered(elbow, wrist, FOREARM, g, Math.min(1, wardrobe.sleeves() - 1), wardrobe.sleeve());
    }

    private void leg(Vec3 hip, Vec3 knee, Vec3 ankle, Vec3 toe) {
        double g = 0.4 + 0.6 * body.girth();
        limb(hip, knee, THIGH, g, 0, wardrobe.skin());
        limb(knee, ankle, SHIN, g, 0, wardrobe.skin());
        Profile sock = Profile.of(SHIN.at(1 - wardrobe.socks()), 0.021);
        limb(ankle.towards(knee, wardrobe.socks()), ankle, sock, g, 0.002, wardrobe.sock());
        covered(hip, knee, THIGH, g, Math.min(1, wardrobe.legs()), wardrobe.shorts());
        covered(knee, ankle, SHIN, g, Math.min(1, wardrobe.legs() - 1), wardrobe.shorts());
        limb(ankle.towards(toe, -0.12), toe, FOOT, 1, 0, wardrobe.shoe());
    }

    /** Cloth over the first part of a limb, standing off it a little more towards its hem. */
    private void covered(Vec3 from, Vec3 to, Profile profile, double girth, double part, Material cloth) {
        if (part <= 0) {
            return;
        }
        double[] radii = new double[4];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = profile.at(part * i / 3) + (0.003 + wardrobe.loose() * hem(part, i)) / girth;
        }
        limb(from, from.towards(to, part), Profile.of(radii), girth, 0, cloth);
    }

    /** How far cloth stands off at place {@code i} of 0 to 3: fully at a hem, half as far where it goes on below. */
    private static double hem(double part, int i) {
        return part < 1 ? 0.2 + 0.8 * i / 3 : 0.2 + 0.1 * i;
    }

    private void limb(Vec3 from, Vec3 to, Profile profile, double girth, double more, Material material) {
        Profile pixels = profile.grown(girth * camera.scale(), more * camera.scale());
        solids.add(new TaperedLimb(camera.see(from), camera.see(to), pixels, material));
    }

    private void ellipsoid(Vec3 base, Turn turn, Vec3 offset, Vec3 size, Material material) {
        solid(base.plus(turn.of(offset)), turn, size, offset, material);
    }

    private void solid(Vec3 centre, Turn turn, Vec3 size, Vec3 origin, Material material) {
        solids.add(new Ellipsoid(
                camera.see(centre),
                camera.direction(turn.x()),
                camera.direction(turn.y()),
                camera.direction(turn.z()),
                size.times(camera.scale()),
                camera.scale(),
                origin,
                material));
    }
}
