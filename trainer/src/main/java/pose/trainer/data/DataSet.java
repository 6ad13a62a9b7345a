package pose.trainer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.Annotations;

/** Labelled people, by index. Reading one is a pure function of the index and may be done from several threads. */
public interface DataSet {

    /** How a manifest calls it, e.g. {@code lspet 1-8000}. */
    String name();

    Skeleton skeleton();

    int size();

    /**
     * Reads and decodes sample {@code index}, from 0.
     *
     * @throws DataSetException where its picture is missing or broken; names the file and the index in the label file
     */
    Sample sample(int index) throws DataSetException;

    /** What was taken and what was not: one for each data set that this one is made of. */
    default List<DataSetSummary> summaries() {
        return List.of(new DataSetSummary(name(), size(), List.of()));
    }

    /**
     * The labels by picture, for annotation tools; pictures are named from the folder that all of them are in, see {@link
     * pose.trainer.annotation.PictureNames#folder}. Empty where pictures are rendered, or come from several data sets.
     *
     * @throws IllegalArgumentException where two people have one id
     */
    default Optional<Annotations> annotations() {
        return Optional.empty();
    }

    /** The files it reads pictures from; none where it renders them. */
    default Set<Path> files() {
        return Set.of();
    }
}
