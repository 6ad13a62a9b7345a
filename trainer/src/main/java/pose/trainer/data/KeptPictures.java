package pose.trainer.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;

/**
 * A folder of pictures that are costly to make, each with a few lines of text that tell what is on it: a JPEG and a text each.
 * The text is written last, so that what a kill leaves behind is made again.
 */
public final class KeptPictures {

    private static final float QUALITY = 0.93f;

    private final Path folder;

    /**
     * A picture and what is on it.
     *
     * @param lines without their ends
     */
    public record Kept(Picture picture, List<String> lines) {

        public Kept {
            lines = List.copyOf(lines);
        }
    }

    /** @param folder of these pictures alone; made where it is not there */
    public KeptPictures(Path folder) {
        this.folder = folder;
    }

    /** How messages call what tells of a picture. */
    public Path text(int index) {
        return folder.resolve(index + ".txt");
    }

    /**
     * A picture, where it is kept already.
     *
     * @throws DataSetException where it cannot be read
     */
    public Optional<Kept> read(int index) throws DataSetException {
        Path jpeg = jpeg(index);
        try {
            return Files.exists(text(index))
                    ? Optional.of(new Kept(PictureFiles.decode(jpeg), Files.readAllLines(text(index))))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw new DataSetException(folder + ": pictures cannot be kept there: " + e);
        } catch (BrokenPictureException e) {
            throw new DataSetException(jpeg + ": " + e.getMessage());
        }
    }

    /**
     * Keeps a picture.
     *
     * @throws DataSetException where it cannot be written
     */
    public void write(int index, Kept kept) throws DataSetException {
        try {
            Files.createDirectories(folder);
            Path jpegPart = Files.createTempFile(folder, "part", ".jpg");
            writeJpeg(kept.picture(), jpegPart);
            Files.move(jpegPart, jpeg(index), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path textPart = Files.createTempFile(folder, "part", ".txt");
            Files.write(textPart, kept.lines());
            Files.move(textPart, text(index), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DataSetException(folder + ": pictures cannot be kept there: " + e);
        }
    }

    private Path jpeg(int index) {
        return folder.resolve(index + ".jpg");
    }

    private static void writeJpeg(Picture picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture.toImage(), null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
