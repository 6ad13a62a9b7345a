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
 * @param torso the two parts whose distance normalises PCK: right shoulder and left hip for {@code lsp14}
 */
public record Skeleton(String name, List<String> parts, List<Integer> mirror, List<Limb> limbs, Limb torso) {

    /**
     * The 14 parts of Leeds Sports Pose, person-centric, in the order of its {@code joints.mat} (Johnson and Everingham,
     * BMVC 2010).
     */
    public static final Skeleton LSP14 = new Skeleton(
            "lsp14",
            List.of(
                    "r_ankle",
                    "r_knee",
                    "r_hip",
                    "l_hip",
                    "l_knee",
                    "l_ankle",
                    "r_wrist",
                    "r_elbow",
                    "r_shoulder",
                    "l_shoulder",
                    "l_elbow",
                    "l_wrist",
                    "neck",
                    "head_top"),
            List.of(5, 4, 3, 2, 1, 0, 11, 10, 9, 8, 7, 6, 12, 13),
            List.of(
                    new Limb(0, 1),
                    new Limb(1, 2),
                    new Limb(3, 4),
                    new Limb(4, 5),
                    new Limb(6, 7),
                    new Limb(7, 8),
                    new Limb(9, 10),
                    new Limb(10, 11),
                    new Limb(12, 13),
                    new Limb(8, 12),
                    new Limb(9, 12),
                    new Limb(2, 12),
                    new Limb(3, 12)),
            new Limb(8, 3));

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
    }

    /** The skeleton with this name, where this project knows one. */
    public static Optional<Skeleton> named(String name) {
        return known().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The names {@link #named} knows, as a message lists them. */
    public static String names() {
        return known().map(Skeleton::name).collect(Collectors.joining(", "));
    }

    private static Stream<Skeleton> known() {
        return Stream.of(LSP14);
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
