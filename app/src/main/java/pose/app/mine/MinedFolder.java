package pose.app.mine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pose.app.UserMistake;
import pose.app.output.PartFile;
import pose.app.output.PartFolder;
import pose.schema.Frame;
import pose.trainer.annotation.AnnotatedPicture;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.LabelsCsv;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.CsvOutput;
import pose.trainer.csv.CsvRow;
import pose.trainer.csv.CsvTable;

/**
 * A folder of mined frames: {@code pictures/}, {@code labels.csv} with the predictions in the form that the data set kind csv
 * reads, and {@code mined.csv} with what was mined why. A new one appears whole or not at all. Frames may be added to one:
 * what is in it stays as it is, corrected labels too.
 */
public final class MinedFolder {

    static final String LABELS = "labels.csv";
    static final String MINED = "mined.csv";
    static final String PICTURES = "pictures";

    private final Path folder;
    private final PredictedLabels predictions;
    private final LabelFiles further;
    private final List<Before> before;

    /** A frame that was mined earlier. */
    record Before(String picture, String camera, long captureTimeUs) {}

    /** Writes labels in further forms, beside {@link #LABELS}. */
    @FunctionalInterface
    public interface LabelFiles {

        /** Nothing further. */
        LabelFiles NONE = (folder, labels) -> {};

        /** Writes them into this folder. */
        void write(Path folder, Annotations labels) throws IOException;
    }

    private MinedFolder(Path folder, PredictedLabels predictions, LabelFiles further, List<Before> before) {
        this.folder = folder;
        this.predictions = predictions;
        this.further = further;
        this.before = List.copyOf(before);
    }

    /**
     * A folder that is not there yet.
     *
     * @throws UserMistake where it is
     */
    public static MinedFolder create(Path folder, PredictedLabels predictions, LabelFiles further) {
        if (Files.exists(folder)) {
            throw new UserMistake("--out '" + folder + "' is there already; --add puts further frames into it");
        }
        return new MinedFolder(folder, predictions, further, List.of());
    }

    /**
     * A folder to which frames are added; a new one where it is not there.
     *
     * @throws UserMistake where what is there was not mined
     */
    public static MinedFolder addTo(Path folder, PredictedLabels predictions) {
        if (!Files.exists(folder)) {
            return create(folder, predictions, LabelFiles.NONE);
        }
        List<Before> before = new ArrayList<>();
        try {
            for (CsvRow row : CsvTable.read(folder.resolve(MINED), MinedFrame.COLUMNS)) {
                before.add(
                        new Before(row.text("picture"), row.text("camera"), Math.round(row.number("capture_time_us"))));
            }
            CsvTable.read(folder.resolve(LABELS), LabelsCsv.COLUMNS);
        } catch (BadCsvException e) {
            throw new UserMistake("--add: " + e.getMessage(), e);
        }
        return new MinedFolder(folder, predictions, LabelFiles.NONE, before);
    }

    /** What is in it so far. */
    List<Before> before() {
        return before;
    }

    /** Begins to write; closed before it is complete, nothing has changed. */
    Writing begin() {
        return new Writing(new PartFolder("--out", folder));
    }

    /** Frames on their way into the folder. */
    final class Writing implements AutoCloseable {

        private final PartFolder part;
        private final List<AnnotatedPicture> pictures = new ArrayList<>();
        private final List<MinedFrame> frames = new ArrayList<>();
        private final Set<String> skeletons = new HashSet<>();

        private Writing(PartFolder part) {
            this.part = part;
        }

        void picture(HardFrame hard, Frame frame) {
            MinedFrame mined = MinedFrame.of(hard);
            skeletons.add(hard.event().getSkeleton());
            part.write(path -> {
                Path file = path.resolve(PICTURES).resolve(mined.picture());
                Files.createDirectories(file.resolveSibling("."));
                ByteBuffer image = frame.getImage().duplicate();
                byte[] jpeg = new byte[image.remaining()];
                image.get(jpeg);
                Files.write(file, jpeg);
            });
            frames.add(mined);
            pictures.add(predictions.of(mined.picture(), hard, frame));
        }

        /** Everything is there now. */
        void complete() {
            if (skeletons.size() > 1) {
                throw new UserMistake("the frames are of several skeletons, "
                        + String.join(", ", skeletons.stream().sorted().toList())
                        + "; a folder has one: choose with --from and --to");
            }
            Annotations labels =
                    new Annotations(predictions.skeleton(skeletons.iterator().next()), pictures);
            part.write(path -> {
                LabelsCsv.write(path.resolve(LABELS), labels, name -> PICTURES + "/" + name);
                CsvOutput.write(
                        path.resolve(MINED),
                        MinedFrame.COLUMNS,
                        frames.stream().map(MinedFrame::row).toList());
                further.write(path, labels);
            });
            if (Files.exists(folder)) {
                add();
            } else {
                part.complete();
            }
        }

        /** Pictures first, which nobody looks at until they are named; {@link #MINED} last, which says that they are there. */
        private void add() {
            part.write(path -> {
                for (MinedFrame frame : frames) {
                    Files.move(
                            path.resolve(PICTURES).resolve(frame.picture()),
                            folder.resolve(PICTURES).resolve(frame.picture()),
                            StandardCopyOption.ATOMIC_MOVE);
                }
                append(path, LABELS);
                append(path, MINED);
            });
        }

        private void append(Path path, String name) throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(name)));
            List<String> further = Files.readAllLines(path.resolve(name));
            if (!lines.get(0).equals(further.get(0))) {
                throw new UserMistake("--add: " + folder.resolve(name) + " has the columns " + lines.get(0)
                        + "; expected " + further.get(0));
            }
            Set<String> present = lines.stream().map(Writing::first).collect(Collectors.toSet());
            // What was killed between the two files has left its labels here already; they may have been corrected
            // since.
            further.subList(1, further.size()).stream()
                    .filter(line -> !present.contains(first(line)))
                    .forEach(lines::add);
            try (PartFile file = new PartFile("--out", folder.resolve(name))) {
                Files.write(file.path(), lines);
                file.complete();
            }
        }

        /** A line's first value: an id or a picture's name, which have no commas. */
        private static String first(String line) {
            return line.substring(0, line.indexOf(',')).replace("\"", "");
        }

        @Override
        public void close() {
            part.close();
        }
    }
}
