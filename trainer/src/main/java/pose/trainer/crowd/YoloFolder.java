package pose.trainer.crowd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;

/**
 * A folder with {@code images} and {@code labels}: for each picture a text of the same name with a line a person, {@code
 * class cx cy width height} in shares of the picture; all classes are people. No text: nobody is there.
 */
final class YoloFolder {

    private static final int VALUES = 5;

    private YoloFolder() {}

    static List<BoxedPicture> read(Path folder) throws DataSetException {
        Path images = folder.resolve("images");
        if (!Files.isDirectory(images)) {
            throw new DataSetException(folder + ": has no folder images; expected images and labels");
        }
        List<BoxedPicture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.filter(YoloFolder::isPicture).sorted().toList()) {
                String name = file.getFileName().toString();
                String text = name.substring(0, name.lastIndexOf('.')) + ".txt";
                pictures.add(
                        new BoxedPicture(file, people(folder.resolve("labels").resolve(text)), List.of()));
            }
        } catch (IOException e) {
            throw new DataSetException(folder + ": cannot be read: " + e);
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.(jpg|jpeg|png)");
    }

    private static List<Box> people(Path text) throws IOException, DataSetException {
        List<Box> people = new ArrayList<>();
        if (!Files.exists(text)) {
            return people;
        }
        int number = 0;
        for (String line : Files.readAllLines(text)) {
            number++;
            if (!line.isBlank()) {
                people.add(box(line, text + ", line " + number));
            }
        }
        return people;
    }

    private static Box box(String line, String where) throws DataSetException {
        String[] words = line.trim().split("\\s+", -1);
        double[] values = new double[VALUES];
        try {
            for (int i = 0; i < VALUES && words.length == VALUES; i++) {
                values[i] = Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException e) {
            throw new DataSetException(where + ": '" + line.trim() + "' has a word that is no number");
        }
        boolean isShare = words.length == VALUES;
        for (int i = 1; i < VALUES; i++) {
            isShare &= values[i] >= 0 && values[i] <= 1;
        }
        if (!isShare) {
            throw new DataSetException(
                    where + ": '" + line.trim() + "' is no box; expected class cx cy width height, shares from 0 to 1");
        }
        return new Box(values[1] - values[3] / 2, values[2] - values[4] / 2, values[3], values[4]);
    }
}
