package pose.trainer.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.AnnotatedPerson;
import pose.trainer.annotation.AnnotatedPicture;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.PictureNames;

/** Labelled people in picture files: the labels in memory, the pictures read when asked for. */
final class PictureDataSet implements DataSet {

    private final DataSetSummary summary;
    private final Skeleton skeleton;
    private final List<Entry> entries;

    /**
     * One sample to be.
     *
     * @param index the picture's place in the label file, from 0
     */
    record Entry(Path file, int index, PictureSize size, LabelledPerson person, List<List<Optional<Point>>> others) {

        Entry {
            others = List.copyOf(others);
        }
    }

    PictureDataSet(Skeleton skeleton, List<Entry> entries, DataSetSummary summary) {
        this.skeleton = skeleton;
        this.entries = List.copyOf(entries);
        this.summary = summary;
    }

    @Override
    public String name() {
        return summary.name();
    }

    @Override
    public Skeleton skeleton() {
        return skeleton;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        Entry entry = entries.get(index);
        LabelledPerson person = entry.person();
        try {
            Picture picture = PictureFiles.decode(entry.file());
            return new Sample(
                    person.id(),
                    entry.file().toString(),
                    picture,
                    person.parts(),
                    entry.others(),
                    person.givenBox(),
                    person.headLength());
        } catch (IOException e) {
            throw new DataSetException(entry.file() + " (index " + entry.index() + "): cannot be read: " + e);
        } catch (BrokenPictureException e) {
            throw new DataSetException(entry.file() + " (index " + entry.index() + "): " + e.getMessage());
        }
    }

    @Override
    public List<DataSetSummary> summaries() {
        return List.of(summary);
    }

    @Override
    public Optional<Annotations> annotations() {
        Path folder = PictureNames.folder(files());
        Map<Path, List<AnnotatedPerson>> people = new LinkedHashMap<>();
        Map<Path, PictureSize> sizes = new HashMap<>();
        for (Entry entry : entries) {
            sizes.put(entry.file(), entry.size());
            people.computeIfAbsent(entry.file(), file -> new ArrayList<>())
                    .add(new AnnotatedPerson(entry.person().id(), entry.person().marks()));
        }
        List<AnnotatedPicture> pictures = new ArrayList<>();
        people.forEach((file, those) -> {
            PictureSize size = sizes.getOrDefault(file, new PictureSize(0, 0));
            pictures.add(new AnnotatedPicture(PictureNames.below(folder, file), size.width(), size.height(), those));
        });
        return Optional.of(new Annotations(skeleton, pictures));
    }

    @Override
    public Set<Path> files() {
        return entries.stream().map(Entry::file).collect(Collectors.toUnmodifiableSet());
    }
}
