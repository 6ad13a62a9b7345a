package pose.trainer.crowd;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;
import pose.trainer.data.PictureFiles;

/**
 * A data set whose pictures are costly to make, kept in a folder once they are made: a JPEG and a text of boxes each. The text
 * is written last, so that what a kill leaves behind is made again.
 */
final class KeptCrowds implements CrowdDataSet {

    private static final float QUALITY = 0.93f;

    private final CrowdDataSet whole;
    private final Path folder;

    /** @param folder of these pictures alone; made where it is not there */
    KeptCrowds(CrowdDataSet whole, Path folder) {
        this.whole = whole;
        this.folder = folder;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public boolean isComposed() {
        return whole.isComposed();
    }

    @Override
    public Set<Path> files() {
        return whole.files();
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        Path text = folder.resolve(index + ".txt");
        Path jpeg = folder.resolve(index + ".jpg");
        try {
            if (Files.exists(text)) {
                return read(text, jpeg);
            }
            Crowd crowd = whole.crowd(index);
            Files.createDirectories(folder);
            write(crowd, text, jpeg);
            return crowd;
        } catch (IOException | UncheckedIOException e) {
            throw new DataSetException(folder + ": pictures cannot be kept there: " + e);
        } catch (BrokenPictureException e) {
            throw new DataSetException(jpeg + ": " + e.getMessage());
        }
    }

    private static Crowd read(Path text, Path jpeg) throws IOException, BrokenPictureException, DataSetException {
        List<Box> people = new ArrayList<>();
        List<Box> unclear = new ArrayList<>();
        List<Box> labelled = new ArrayList<>();
        List<String> lines = Files.readAllLines(text);
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            List<Box> list = switch (words[0]) {
                case "person" -> people;
                case "unclear" -> unclear;
                case "labelled" -> labelled;
                default -> throw new DataSetException(text + ": '" + line + "' is no box of a kept picture");
            };
            list.add(new Box(
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4])));
        }
        return new Crowd(lines.get(0), PictureFiles.decode(jpeg), people, unclear, labelled);
    }

    private static void write(Crowd crowd, Path text, Path jpeg) throws IOException {
        Path part = Files.createTempFile(jpeg.getParent(), "part", ".jpg");
        writeJpeg(crowd.picture(), part);
        Files.move(part, jpeg, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        StringBuilder lines = new StringBuilder(crowd.id()).append('\n');
        crowd.people().forEach(box -> append("person", box, lines));
        crowd.unclear().forEach(box -> append("unclear", box, lines));
        crowd.labelled().forEach(box -> append("labelled", box, lines));
        Path textPart = Files.createTempFile(text.getParent(), "part", ".txt");
        Files.writeString(textPart, lines);
        Files.move(textPart, text, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(String kind, Box box, StringBuilder lines) {
        lines.append(String.format(
                Locale.ROOT, "%s %.2f %.2f %.2f %.2f%n", kind, box.x(), box.y(), box.width(), box.height()));
    }

    private static void writeJpeg(Picture picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.bgr(), 0, pixels, 0, pixels.length);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
