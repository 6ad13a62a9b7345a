package pose.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** A data set whose pictures are costly to make, kept in a folder once they are made. Head lengths are not kept. */
final class StoredDataSet implements DataSet {

    private static final String UNLABELLED = "-";

    private final DataSet whole;
    private final KeptPictures pictures;

    /** @param folder of this data set alone; made where it is not there */
    StoredDataSet(DataSet whole, Path folder) {
        this.whole = whole;
        this.pictures = new KeptPictures(folder);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public Skeleton skeleton() {
        return whole.skeleton();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public List<DataSetSummary> summaries() {
        return whole.summaries();
    }

    @Override
    public Set<Path> files() {
        return whole.files();
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        Optional<KeptPictures.Kept> kept = pictures.read(index);
        if (kept.isPresent()) {
            return sample(kept.get(), index);
        }
        Sample sample = whole.sample(index);
        pictures.write(index, new KeptPictures.Kept(sample.picture(), lines(sample)));
        return sample;
    }

    /** The id, the given box or nothing, the subject, and then everyone else, a line each. */
    private static List<String> lines(Sample sample) {
        List<String> lines = new ArrayList<>();
        lines.add(sample.id());
        lines.add(sample.givenBox()
                .map(box -> number(box.x()) + " " + number(box.y()) + " " + number(box.width()) + " "
                        + number(box.height()))
                .orElse(""));
        lines.add(line(sample.parts()));
        sample.others().forEach(other -> lines.add(line(other)));
        return lines;
    }

    private static String line(List<Optional<Point>> parts) {
        return parts.stream()
                .map(part -> part.map(p -> number(p.x()) + "," + number(p.y())).orElse(UNLABELLED))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private Sample sample(KeptPictures.Kept kept, int index) throws DataSetException {
        List<String> lines = kept.lines();
        try {
            List<List<Optional<Point>>> people = new ArrayList<>();
            for (String line : lines.subList(2, lines.size())) {
                people.add(parts(line));
            }
            return new Sample(
                    lines.get(0),
                    kept.picture(),
                    people.get(0),
                    people.subList(1, people.size()),
                    box(lines.get(1)),
                    OptionalDouble.empty());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DataSetException(pictures.text(index) + ": is no text of a kept picture of "
                    + skeleton().name() + ": " + e.getMessage());
        }
    }

    private static Optional<Box> box(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        return Optional.of(new Box(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3])));
    }

    private List<Optional<Point>> parts(String line) {
        List<Optional<Point>> parts = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            String[] xy = word.split(",", -1);
            parts.add(
                    word.equals(UNLABELLED)
                            ? Optional.empty()
                            : Optional.of(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]))));
        }
        if (parts.size() != skeleton().size()) {
            throw new IllegalArgumentException("somebody has " + parts.size() + " parts; allowed: "
                    + skeleton().size());
        }
        return parts;
    }
}
