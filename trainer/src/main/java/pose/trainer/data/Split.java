package pose.trainer.data;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of a data set's labelled pictures, where the data set itself has no range of numbers for it. */
enum Split {
    TRAIN,
    VALIDATION,
    TEST,
    ALL;

    /** What the name says, or what the purpose means; with a range of pictures everything in it. */
    static Split of(DataSetName name, boolean hasRange, Split training, Split judging, Purpose purpose) {
        Split usual = hasRange ? ALL : purpose == Purpose.TRAINING ? training : judging;
        return name.option("split")
                .map(word -> named(name, word, training, judging))
                .orElse(usual);
    }

    private static Split named(DataSetName name, String word, Split training, Split judging) {
        return Stream.of(training, judging, ALL)
                .filter(split -> split.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set '" + name.text() + "': split=" + word
                        + " is not allowed; allowed: "
                        + Stream.of(training, judging, ALL).map(Split::word).collect(Collectors.joining(", "))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
