package pose.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How labels of one skeleton are read as another's. A part without counterpart is absent, never made up from others. What
 * maps onto what:
 *
 * <ul>
 *   <li>Ankles, knees, hips, wrists, elbows and shoulders are the same parts in {@code lsp14}, {@code mpii16} and {@code
 *       coco17}. Where annotators put them still differs by some pixels, at the hips most, which no conversion mends.
 *   <li>{@code neck} of {@code lsp14} is {@code upper_neck} of {@code mpii16}, where the neck meets the head, and {@code
 *       head_top} the same in both; MPII's {@code thorax}, between the shoulders, and {@code pelvis} have no counterpart
 *       anywhere.
 *   <li>{@code coco17} has neither neck nor head top; its nose, eyes and ears have no counterpart in {@code lsp14} and
 *       {@code mpii16}.
 *   <li>{@code flic9} is observer-centric: its {@code l_} maps onto {@code r_} of the others and its {@code r_} onto {@code
 *       l_}. That is right for people who face the camera, as most of FLIC do; for one seen from behind, left and right
 *       come out swapped, which the labels do not tell. Its nose is COCO's; knees and ankles it has none.
 * </ul>
 *
 * @param from the labels' own skeleton
 * @param to the skeleton asked for
 * @param version of this table: a change of what maps onto what gets a new one
 * @param sources for each part of {@code to} the index in {@code from}, or nothing where there is no counterpart
 */
public record SkeletonConversion(Skeleton from, Skeleton to, int version, List<OptionalInt> sources) {

    private static final String LIMBS =
            "r_ankle r_knee r_hip l_hip l_knee l_ankle " + "r_wrist r_elbow r_shoulder l_shoulder l_elbow l_wrist";

    private static final String FACING = "l_shoulder=r_shoulder l_elbow=r_elbow l_wrist=r_wrist l_hip=r_hip "
            + "r_shoulder=l_shoulder r_elbow=l_elbow r_wrist=l_wrist r_hip=l_hip";

    private static final List<Correspondence> VERSION_1 = List.of(
            new Correspondence(Skeleton.MPII16, Skeleton.LSP14, LIMBS + " upper_neck=neck head_top"),
            new Correspondence(Skeleton.COCO17, Skeleton.LSP14, LIMBS),
            new Correspondence(Skeleton.COCO17, Skeleton.MPII16, LIMBS),
            new Correspondence(Skeleton.FLIC9, Skeleton.LSP14, FACING),
            new Correspondence(Skeleton.FLIC9, Skeleton.MPII16, FACING),
            new Correspondence(Skeleton.FLIC9, Skeleton.COCO17, FACING + " nose"));

    /** Which part of {@code a} is which of {@code b}: a name or {@code partOfA=partOfB} where names differ. */
    private record Correspondence(Skeleton a, Skeleton b, String parts) {

        boolean joins(Skeleton one, Skeleton other) {
            return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
        }

        SkeletonConversion into(Skeleton to) {
            boolean forward = b.equals(to);
            Skeleton from = forward ? a : b;
            List<OptionalInt> sources = new ArrayList<>();
            to.parts().forEach(part -> sources.add(OptionalInt.empty()));
            for (String pair : parts.split(" ", -1)) {
                int equals = pair.indexOf('=');
                String ofA = equals < 0 ? pair : pair.substring(0, equals);
                String ofB = pair.substring(equals + 1);
                sources.set(to.indexOf(forward ? ofB : ofA), OptionalInt.of(from.indexOf(forward ? ofA : ofB)));
            }
            return new SkeletonConversion(from, to, 1, sources);
        }
    }

    public SkeletonConversion {
        sources = List.copyOf(sources);
        if (sources.size() != to.size()) {
            throw new IllegalArgumentException("conversion " + from.name() + "→" + to.name() + " has " + sources.size()
                    + " sources; skeleton " + to.name() + " has " + to.size() + " parts");
        }
    }

    /** The newest conversion between two skeletons of this project; nothing where it knows none, or they are the same. */
    public static Optional<SkeletonConversion> between(Skeleton from, Skeleton to) {
        return VERSION_1.stream().filter(c -> c.joins(from, to)).findFirst().map(c -> c.into(to));
    }

    /** How a manifest names it, e.g. {@code mpii16→lsp14 v1}. */
    public String name() {
        return from.name() + "→" + to.name() + " v" + version;
    }

    /** Names of the parts of {@code to} that have no counterpart. */
    public List<String> absent() {
        return Stream.iterate(0, p -> p < to.size(), p -> p + 1)
                .filter(p -> sources.get(p).isEmpty())
                .map(to.parts()::get)
                .toList();
    }

    /**
     * Labels of {@code from} as labels of {@code to}.
     *
     * @param labels one a part of {@code from}, in its order
     * @return one a part of {@code to}
     */
    public <T> List<Optional<T>> convert(List<Optional<T>> labels) {
        List<Optional<T>> converted = new ArrayList<>(to.size());
        for (OptionalInt source : sources) {
            converted.add(source.isPresent() ? labels.get(source.getAsInt()) : Optional.empty());
        }
        return converted;
    }
}
