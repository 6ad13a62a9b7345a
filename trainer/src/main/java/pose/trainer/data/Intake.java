package pose.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.SkeletonConversion;
import pose.trainer.annotation.Mark;

/**
 * Takes what a label file has into a data set, by the same rules whatever its format, and counts what it does not take:
 * see {@link Reason}. A label outside the picture counts as not labelled, for people and for those beside them.
 */
final class Intake {

    private static final int NAMED = 3;
    /** A label on the outermost pixels' edge is still on the picture: (0, 0) is a pixel's centre. */
    private static final double EDGE = 0.5;

    private final Skeleton labelled;
    private final Skeleton skeleton;
    private final Optional<SkeletonConversion> conversion;
    private final Selection selection;
    private final Range range;
    private final List<PictureDataSet.Entry> entries = new ArrayList<>();
    private final Map<Reason, Count> counts = new EnumMap<>(Reason.class);
    private final Set<String> known = new HashSet<>();

    private static final class Count {
        private int count;
        private final List<String> first = new ArrayList<>();
    }

    /**
     * @param labelled the label file's skeleton
     * @param range which pictures are taken; the ids of the rest are still known
     * @throws IllegalArgumentException where no conversion leads to the skeleton asked for
     */
    Intake(Skeleton labelled, Selection selection, Range range) {
        this.labelled = labelled;
        this.selection = selection;
        this.range = range;
        skeleton = selection.skeleton().orElse(labelled);
        conversion = SkeletonConversion.between(labelled, skeleton);
        if (conversion.isEmpty() && !skeleton.equals(labelled)) {
            throw new IllegalArgumentException(
                    "labels of skeleton " + labelled.name() + " cannot be converted to " + skeleton.name());
        }
    }

    /** Takes a picture's people. */
    void add(LabelledPicture picture) {
        passOver(picture);
        if (!range.has(picture.index())) {
            return;
        }
        PictureFiles.Checked checked = PictureFiles.check(picture);
        if (checked.flaw().isPresent()) {
            picture.people().stream()
                    .filter(LabelledPerson::isSubject)
                    .forEach(p -> count(checked.flaw().get(), picture.file().toString(), picture.index()));
            return;
        }
        List<LabelledPerson> cleaned = new ArrayList<>();
        for (LabelledPerson person : picture.people()) {
            if (selection.excludes().excludes(person.id())) {
                skip(Reason.EXCLUDED, person, picture);
            } else {
                cleaned.add(cleaned(person, picture, checked));
            }
        }
        for (LabelledPerson person : cleaned) {
            if (person.labelled() == 0) {
                skip(Reason.UNLABELLED, person, picture);
            } else if (person.labelled() < selection.leastParts()) {
                skip(Reason.FEW_PARTS, person, picture);
            } else if (person.isSubject()) {
                entries.add(new PictureDataSet.Entry(
                        picture.file(),
                        picture.index(),
                        new PictureSize(checked.width(), checked.height()),
                        person,
                        beside(person, cleaned)));
            }
        }
    }

    /** Notes who is in a picture that is not asked for: an exclude list may name them all the same. */
    void passOver(LabelledPicture picture) {
        picture.people().forEach(person -> known.add(person.id()));
    }

    /** Counts a person, a label or a whole picture that is not taken. */
    void count(Reason reason, String who, int index) {
        if (range.has(index)) {
            count(reason, who + " (index " + index + ")");
        }
    }

    private void count(Reason reason, String who) {
        Count count = counts.computeIfAbsent(reason, key -> new Count());
        count.count++;
        // Two people of one missing picture name it once.
        if (count.first.size() < NAMED && !count.first.contains(who)) {
            count.first.add(who);
        }
    }

    private void skip(Reason reason, LabelledPerson person, LabelledPicture picture) {
        if (person.isSubject()) {
            count(reason, person.id(), picture.index());
        }
    }

    private LabelledPerson cleaned(LabelledPerson person, LabelledPicture picture, PictureFiles.Checked size) {
        List<Optional<Mark>> marks = new ArrayList<>(labelled.size());
        for (int p = 0; p < labelled.size(); p++) {
            Optional<Point> label = person.parts().get(p);
            String part = labelled.parts().get(p);
            Optional<Reason> flaw = label.flatMap(point -> flaw(point, person.id(), part, size));
            flaw.ifPresent(reason -> count(reason, person.id() + " " + part, picture.index()));
            marks.add(flaw.isPresent() ? Optional.empty() : Optional.of(person.mark(p)));
        }
        return person.with(conversion.map(c -> c.convert(marks)).orElse(marks).stream()
                .map(mark -> mark.orElse(Mark.NONE))
                .toList());
    }

    private Optional<Reason> flaw(Point point, String id, String part, PictureFiles.Checked size) {
        if (selection.excludes().excludes(id, part)) {
            return Optional.of(Reason.LABEL_EXCLUDED);
        }
        if (!Double.isFinite(point.x()) || !Double.isFinite(point.y())) {
            return Optional.of(Reason.LABEL_NO_NUMBER);
        }
        boolean isInside = point.x() >= -EDGE
                && point.y() >= -EDGE
                && point.x() <= size.width() - 1 + EDGE
                && point.y() <= size.height() - 1 + EDGE;
        return isInside ? Optional.empty() : Optional.of(Reason.LABEL_OUTSIDE);
    }

    /** Two people may be labelled alike: everyone but this very one. */
    @SuppressWarnings("ReferenceEquality")
    private static List<List<Optional<Point>>> beside(LabelledPerson person, List<LabelledPerson> all) {
        return all.stream()
                .filter(other -> other != person && other.labelled() > 0)
                .map(LabelledPerson::parts)
                .toList();
    }

    /** From first to last picture with somebody taken, as data sets of numbered pictures are named, e.g. {@code 1-8000}. */
    String numbers() {
        if (entries.isEmpty()) {
            return range.toString();
        }
        return (entries.get(0).index() + 1) + "-"
                + (entries.get(entries.size() - 1).index() + 1);
    }

    /**
     * The data set.
     *
     * @param name what it is called, to which a conversion and what was excluded are added
     * @param source the label file, named where nobody is left to take
     */
    DataSet finish(String name, Path source) throws DataSetException {
        selection.excludes().ids().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> count(Reason.EXCLUDED_UNKNOWN, id));
        String full = name + conversion.map(c -> " (" + c.name() + ")").orElse("") + excluded();
        List<DataSetSummary.Tally> tallies = new ArrayList<>();
        counts.forEach((reason, count) -> tallies.add(new DataSetSummary.Tally(reason, count.count, count.first)));
        DataSetSummary summary = new DataSetSummary(full, entries.size(), tallies);
        if (entries.isEmpty()) {
            throw new DataSetException(source + ": nobody to take in pictures " + range + "; " + summary);
        }
        return new PictureDataSet(skeleton, entries, summary);
    }

    private String excluded() {
        Count people = counts.get(Reason.EXCLUDED);
        Count labels = counts.get(Reason.LABEL_EXCLUDED);
        return people == null && labels == null
                ? ""
                : " less " + (people == null ? 0 : people.count) + " people and " + (labels == null ? 0 : labels.count)
                        + " labels";
    }
}
