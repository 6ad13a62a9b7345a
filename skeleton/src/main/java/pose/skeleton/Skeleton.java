package pose.skeleton;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ordered list of parts. The order is the contract: belief map {@code p} of a network, slot {@code p} of a pose and
 * slot {@code p} of a record are the same part.
 *
 * @param name how records and manifests name this skeleton, e.g. {@code lsp14}
 * @param parts part names in order, without repeats
 * @param mirror for each part the index of the part it becomes in a mirrored picture (left and right swap); its own
 *     inverse
 * @param limbs pairs of part indices to draw a line between
 * @param torso the two parts whose distance normalises PCK: right shoulder and left hip where left and right are the
 *     person's
 */
public record Skeleton(String name, List<String> parts, List<Integer> mirror, List<Limb> limbs, Limb torso) {

    /**
     * The 14 parts of Leeds Sports Pose, person-centric, in the order of its {@code joints.mat} (Johnson and Everingham,
     * BMVC 2010).
     */
    public static final Skeleton LSP14 = of("lsp14", """
            r_ankle r_knee r_hip l_hip l_knee l_ankle r_wrist r_elbow r_shoulder l_shoulder l_elbow l_wrist \
            neck head_top""", """
            r_ankle-r_knee r_knee-r_hip l_hip-l_knee l_knee-l_ankle r_wrist-r_elbow r_elbow-r_shoulder \
            l_shoulder-l_elbow l_elbow-l_wrist neck-head_top r_shoulder-neck l_shoulder-neck r_hip-neck l_hip-neck""", "r_shoulder-l_hip");

    /**
     * The 16 parts of MPII Human Pose, person-centric, in the order of its point {@code id}s (Andriluka et al., CVPR
     * 2014).
     */
    public static final Skeleton MPII16 = of("mpii16", """
            r_ankle r_knee r_hip l_hip l_knee l_ankle pelvis thorax upper_neck head_top r_wrist r_elbow r_shoulder \
            l_shoulder l_elbow l_wrist""", """
            r_ankle-r_knee r_knee-r_hip l_hip-l_knee l_knee-l_ankle r_wrist-r_elbow r_elbow-r_shoulder \
            l_shoulder-l_elbow l_elbow-l_wrist upper_neck-head_top r_hip-pelvis l_hip-pelvis pelvis-thorax \
            thorax-upper_neck r_shoulder-thorax l_shoulder-thorax""", "r_shoulder-l_hip");

    /**
     * Nine of the parts that FLIC labels, in the order of its {@code examples.mat} (Sapp and Taskar, CVPR 2013).
     * <em>Observer-centric</em>: {@code l_} is the side that the observer sees on the left, the right one of a person who
     * faces the camera. The torso is the observer's left shoulder to right hip, as that data set is judged.
     */
    public static final Skeleton FLIC9 = of(
            "flic9", "l_shoulder l_elbow l_wrist r_shoulder r_elbow r_wrist l_hip r_hip nose", """
            l_shoulder-l_elbow l_elbow-l_wrist r_shoulder-r_elbow r_elbow-r_wrist l_shoulder-r_shoulder \
            l_shoulder-l_hip r_shoulder-r_hip l_hip-r_hip""", "l_shoulder-r_hip");

    /** The 17 keypoints of COCO, person-centric, in its order (Lin et al., ECCV 2014). */
    public static final Skeleton COCO17 = of("coco17", """
            nose l_eye r_eye l_ear r_ear l_shoulder r_shoulder l_elbow r_elbow l_wrist r_wrist l_hip r_hip \
            l_knee r_knee l_ankle r_ankle""", """
            r_ankle-r_knee r_knee-r_hip l_hip-l_knee l_knee-l_ankle r_wrist-r_elbow r_elbow-r_shoulder \
            l_shoulder-l_elbow l_elbow-l_wrist r_shoulder-l_shoulder r_hip-l_hip r_shoulder-r_hip l_shoulder-l_hip \
            nose-l_eye nose-r_eye l_eye-l_ear r_eye-r_ear""", "r_shoulder-l_hip");

    /**
     * One part: the middle of a person's box, which is all that whoever only looks for people knows. There is no torso to
     * normalise by.
     */
    public static final Skeleton CENTRE =
            new Skeleton("centre", List.of("centre"), List.of(0), List.of(), new Limb(0, 0));

    /** Two parts that a line joins. */
    public record Limb(int from, int to) {}

    public Skeleton {
        parts = List.copyOf(parts);
        mirror = List.copyOf(mirror);
        limbs = List.copyOf(limbs);
        if (mirror.size() != parts.size()) {
            throw new IllegalArgumentException("skeleton " + name + ": mirror has " + mirror.size() + " entries for "
                    + parts.size() + " parts; it needs one a part");
        }
        for (int p = 0; p < mirror.size(); p++) {
            int m = mirror.get(p);
            if (m < 0 || m >= mirror.size() || mirror.get(m) != p) {
                throw new IllegalArgumentException(
                        "skeleton " + name + ": mirror of " + parts.get(p) + " is not its own inverse");
            }
        }
        for (Limb limb : limbs) {
            requireParts(limb, name, parts.size());
        }
        requireParts(torso, name, parts.size());
    }

    private static void requireParts(Limb limb, String skeleton, int parts) {
        if (Math.min(limb.from(), limb.to()) < 0 || Math.max(limb.from(), limb.to()) >= parts) {
            throw new IllegalArgumentException("skeleton " + skeleton + ": a limb joins parts " + limb.from() + " and "
                    + limb.to() + "; allowed: 0 to " + (parts - 1));
        }
    }

    /** From words: parts apart by blanks, limbs and torso as {@code from-to}; l_ and r_ swap in the mirror. */
    private static Skeleton of(String name, String parts, String limbs, String torso) {
        List<String> named = List.of(parts.split(" "));
        return new Skeleton(
                name,
                named,
                named.stream().map(part -> named.indexOf(mirrored(part))).toList(),
                Stream.of(limbs.split(" ")).map(limb -> limb(named, limb)).toList(),
                limb(named, torso));
    }

    private static String mirrored(String part) {
        return switch (part.substring(0, 2)) {
            case "l_" -> "r_" + part.substring(2);
            case "r_" -> "l_" + part.substring(2);
            default -> part;
        };
    }

    private static Limb limb(List<String> parts, String words) {
        int dash = words.indexOf('-');
        return new Limb(parts.indexOf(words.substring(0, dash)), parts.indexOf(words.substring(dash + 1)));
    }

    /** The skeleton with this name, where this project knows one. */
    public static Optional<Skeleton> named(String name) {
        return Stream.concat(known(), Stream.of(CENTRE))
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** The names of the bodies' skeletons that {@link #named} knows, as a message lists them. */
    public static String names() {
        return known().map(Skeleton::name).collect(Collectors.joining(", "));
    }

    /** Every skeleton of a body that {@link #named} knows: all but {@link #CENTRE}. */
    public static Stream<Skeleton> known() {
        return Stream.of(LSP14, MPII16, FLIC9, COCO17);
    }

    /** How many parts there are (P in the paper). */
    public int size() {
        return parts.size();
    }

    /**
     * The index of a part.
     *
     * @throws IllegalArgumentException where this skeleton has no such part
     */
    public int indexOf(String part) {
        int index = parts.indexOf(part);
        if (index < 0) {
            throw new IllegalArgumentException("skeleton " + name + " has no part '" + part + "'; it has " + parts);
        }
        return index;
    }
}
