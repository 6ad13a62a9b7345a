package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SkeletonConversionTest {

    private static final List<Skeleton> ALL = List.of(Skeleton.LSP14, Skeleton.MPII16, Skeleton.FLIC9, Skeleton.COCO17);

    /** Every pair of two skeletons, both ways. */
    static Stream<SkeletonConversion> conversions() {
        return ALL.stream()
                .flatMap(from -> ALL.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> SkeletonConversion.between(from, to).orElseThrow()));
    }

    /** Each label is the name of its part, so that a converted slot tells where it came from. */
    private static List<Optional<String>> convert(SkeletonConversion conversion) {
        return conversion.convert(
                conversion.from().parts().stream().map(Optional::of).toList());
    }

    private static Optional<String> converted(SkeletonConversion conversion, String part) {
        return convert(conversion).get(conversion.to().indexOf(part));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void shouldConvertBetweenEveryPairAndBack(SkeletonConversion conversion) {
        SkeletonConversion back =
                SkeletonConversion.between(conversion.to(), conversion.from()).orElseThrow();

        List<Optional<String>> there = convert(conversion);

        List<Optional<String>> andBack = back.convert(there);
        for (int p = 0; p < andBack.size(); p++) {
            String part = conversion.from().parts().get(p);
            assertThat(andBack.get(p)).isIn(Optional.empty(), Optional.of(part));
        }
        assertThat(andBack.stream().flatMap(Optional::stream))
                .hasSameSizeAs(there.stream().flatMap(Optional::stream).toList());
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void shouldCommuteWithTheMirror(SkeletonConversion conversion) {
        Skeleton from = conversion.from();
        Skeleton to = conversion.to();
        List<Optional<Integer>> plain = Stream.iterate(0, p -> p < from.size(), p -> p + 1)
                .map(Optional::of)
                .toList();
        List<Optional<Integer>> mirrored =
                from.mirror().stream().map(Optional::of).toList();

        List<Optional<Integer>> mirroredThenConverted = conversion.convert(mirrored);

        List<Optional<Integer>> converted = conversion.convert(plain);
        assertThat(mirroredThenConverted)
                .isEqualTo(to.mirror().stream().map(converted::get).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mpii16 | lsp14  | mpii16→lsp14 v1 | ",
                "lsp14  | mpii16 | lsp14→mpii16 v1 | pelvis thorax",
                "coco17 | lsp14  | coco17→lsp14 v1 | neck head_top",
                "coco17 | mpii16 | coco17→mpii16 v1 | pelvis thorax upper_neck head_top",
                "lsp14  | coco17 | lsp14→coco17 v1 | nose l_eye r_eye l_ear r_ear",
                "flic9  | lsp14  | flic9→lsp14 v1 | r_ankle r_knee l_knee l_ankle neck head_top",
                "lsp14  | flic9  | lsp14→flic9 v1 | nose",
                "coco17 | flic9  | coco17→flic9 v1 | ",
            })
    void shouldSayWhichPartsHaveNoCounterpart(String from, String to, String name, String absent) {
        SkeletonConversion conversion = SkeletonConversion.between(
                        Skeleton.named(from).orElseThrow(), Skeleton.named(to).orElseThrow())
                .orElseThrow();

        assertThat(conversion.name()).isEqualTo(name);
        assertThat(conversion.absent()).isEqualTo(absent == null ? List.of() : List.of(absent.split(" ")));
        assertThat(absent == null ? 0 : absent.split(" ").length).isEqualTo((int)
                convert(conversion).stream().filter(Optional::isEmpty).count());
    }

    @Test
    void shouldTakeMpiisUpperNeckForLspsNeckAndNotItsThorax() {
        SkeletonConversion conversion =
                SkeletonConversion.between(Skeleton.MPII16, Skeleton.LSP14).orElseThrow();

        assertThat(converted(conversion, "neck")).contains("upper_neck");
        assertThat(converted(conversion, "head_top")).contains("head_top");
        assertThat(converted(conversion, "l_wrist")).contains("l_wrist");
    }

    @Test
    void shouldTakeTheObserversLeftForThePersonsRight() {
        SkeletonConversion conversion =
                SkeletonConversion.between(Skeleton.FLIC9, Skeleton.COCO17).orElseThrow();

        assertThat(converted(conversion, "r_wrist")).contains("l_wrist");
        assertThat(converted(conversion, "l_hip")).contains("r_hip");
        assertThat(converted(conversion, "nose")).contains("nose");
    }

    @Test
    void shouldKnowNoConversionOfASkeletonIntoItself() {
        assertThat(SkeletonConversion.between(Skeleton.LSP14, Skeleton.LSP14)).isEmpty();
    }
}
