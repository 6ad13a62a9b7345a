package pose.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.Mark;
import pose.trainer.annotation.Sight;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.CsvRow;
import pose.trainer.csv.CsvTable;

/**
 * Anybody's labels, as CSV with a header: {@code id,part,x,y}, one row a part, in pixels from 0 (the centre of the top left
 * pixel). A part without a row is not labelled; further columns may say more:
 *
 * <ul>
 *   <li>{@code labelled}: 0 where the part is not labelled, whatever x and y say; else 1.
 *   <li>{@code occluded}: 1 where the part is labelled but hidden; else 0. Training takes it all the same, annotation tools are
 *       told.
 *   <li>{@code picture}: the picture's file, below the folder of pictures. Without this column the picture is the person's
 *       id with {@code .jpg}, {@code .jpeg} or {@code .png}. People with the same picture are each other's others.
 *   <li>{@code scale}: the normaliser of {@code pose metrics}, which reads the same form; a data set does not use it.
 * </ul>
 */
final class CsvDataSet {

    private static final List<String> NEEDED = List.of("id", "part", "x", "y");
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

    private CsvDataSet() {}

    /**
     * Opens a file.
     *
     * @param images the pictures' folder; without one, {@code images} beside the file, or else where the file is
     * @param own the labels' skeleton; without one the first of {@code lsp14}, {@code mpii16}, {@code coco17} that has every
     *     part named
     * @throws DataSetException where it is none of this form; names file and line
     */
    static DataSet open(
            Path file, Optional<Path> images, Optional<Skeleton> own, Optional<Range> range, Selection selection)
            throws DataSetException {
        List<CsvRow> rows;
        try {
            rows = CsvTable.read(file, NEEDED);
            Skeleton skeleton = own.isPresent() ? own.get() : skeleton(file, rows);
            ImageFolder folder = new ImageFolder(images.orElseGet(() -> beside(file)));
            Intake intake = new Intake(skeleton, selection, range.orElse(Range.ALL));
            int index = 0;
            for (Map.Entry<Path, Map<String, List<Mark>>> picture :
                    pictures(rows, skeleton, folder).entrySet()) {
                List<LabelledPerson> people = new ArrayList<>();
                picture.getValue().forEach((id, marks) -> people.add(LabelledPerson.of(id, marks, Optional.empty())));
                intake.add(new LabelledPicture(picture.getKey(), index, people));
                index++;
            }
            return intake.finish(
                    "csv " + ImageFolder.stem(file) + range.map(r -> " " + r).orElse(""), file);
        } catch (BadCsvException e) {
            throw new DataSetException(String.valueOf(e.getMessage()));
        }
    }

    private static Path beside(Path file) {
        Path images = file.resolveSibling("images");
        return Files.isDirectory(images)
                ? images
                : file.toAbsolutePath().normalize().resolveSibling(".").normalize();
    }

    private static Skeleton skeleton(Path file, List<CsvRow> rows) throws DataSetException {
        Set<String> parts = new HashSet<>();
        rows.forEach(row -> parts.add(row.value("part")));
        return Stream.of(Skeleton.LSP14, Skeleton.MPII16, Skeleton.COCO17)
                .filter(skeleton -> skeleton.parts().containsAll(parts))
                .findFirst()
                .orElseThrow(() -> new DataSetException(file + ": no skeleton has the parts " + String.join(", ", parts)
                        + "; allowed: those of one of " + Skeleton.names() + ", which parts=NAME says"));
    }

    /** People's parts by id, by picture, in the order in which the file first names them. */
    private static Map<Path, Map<String, List<Mark>>> pictures(List<CsvRow> rows, Skeleton skeleton, ImageFolder folder)
            throws BadCsvException, DataSetException {
        Map<Path, Map<String, List<Mark>>> pictures = new LinkedHashMap<>();
        Map<String, Path> pictureOf = new LinkedHashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (CsvRow row : rows) {
            String id = row.text("id");
            String part = row.text("part");
            if (!skeleton.parts().contains(part)) {
                throw row.error("part is '" + part + "'; allowed: " + String.join(", ", skeleton.parts()));
            }
            if (!seen.add(List.of(id, part))) {
                throw row.error("id '" + id + "', part '" + part + "' is there twice");
            }
            Path picture = picture(row, id, folder);
            Path earlier = pictureOf.putIfAbsent(id, picture);
            if (earlier != null && !earlier.equals(picture)) {
                throw row.error(
                        "id '" + id + "' is in picture " + earlier + " and in " + picture + "; an id is one person's");
            }
            List<Mark> marks = pictures.computeIfAbsent(picture, key -> new LinkedHashMap<>())
                    .computeIfAbsent(id, key -> nothing(skeleton));
            if (!row.values().containsKey("labelled") || row.flag("labelled")) {
                boolean isHidden = row.values().containsKey("occluded") && row.flag("occluded");
                Point point = new Point(row.number("x"), row.number("y"));
                marks.set(skeleton.indexOf(part), new Mark(isHidden ? Sight.HIDDEN : Sight.SEEN, point));
            }
        }
        return pictures;
    }

    private static List<Mark> nothing(Skeleton skeleton) {
        return new ArrayList<>(Collections.nCopies(skeleton.size(), Mark.NONE));
    }

    private static Path picture(CsvRow row, String id, ImageFolder folder) throws DataSetException {
        String where = row.file() + " line " + row.line();
        if (row.values().containsKey("picture")) {
            return folder.file(row.value("picture"), where);
        }
        for (String ending : ENDINGS) {
            Path file = folder.file(id + ending, where);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return folder.file(id + ENDINGS.get(0), where);
    }
}
