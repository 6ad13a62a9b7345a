package pose.trainer.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;

/** Writes small real files in the official forms. */
final class LabelFiles {

    static final int WIDTH = 40;
    static final int HEIGHT = 50;

    private LabelFiles() {}

    /** A MAT file of level 5 with one variable, compressed as MATLAB writes them. */
    static void writeMat(Path file, String variable, Array value) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Mat5.writeToFile(Mat5.newMatFile().addArray(variable, value), file.toFile());
    }

    /** A black picture of 40×50 pixels, in the format its name ends in. */
    static void writePicture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String name = file.getFileName().toString();
        ImageIO.write(
                new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR),
                name.substring(name.lastIndexOf('.') + 1),
                file.toFile());
    }
}
