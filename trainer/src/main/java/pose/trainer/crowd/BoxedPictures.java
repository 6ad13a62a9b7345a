package pose.trainer.crowd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.data.DataSetException;
import pose.trainer.data.PictureFiles;

/** Pictures whose people are labelled with boxes. */
final class BoxedPictures implements CrowdDataSet {

    /** A box around a whole figure, hands, feet and hair, is larger than one around its parts, by about this. */
    private static final double PARTS_OF_FIGURE = 0.95;

    private final String name;
    private final List<BoxedPicture> pictures;
    private final Form form;

    /**
     * How a data set's pictures are to be read.
     *
     * @param aspect width through height as it was filmed, where the pictures are squashed
     * @param area where everybody is labelled
     */
    record Form(OptionalDouble aspect, LabelledArea area) {}

    BoxedPictures(String name, List<BoxedPicture> pictures, Form form) {
        this.name = name;
        this.pictures = List.copyOf(pictures);
        this.form = form;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public Set<Path> files() {
        return pictures.stream().map(BoxedPicture::file).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        BoxedPicture labels = pictures.get(index);
        Picture picture = shaped(read(labels.file()));
        List<Box> figures =
                labels.people().stream().map(box -> inPixels(box, picture)).toList();
        return new Crowd(
                labels.file().getFileName().toString(),
                picture,
                figures.stream().map(box -> Boxes.scaled(box, PARTS_OF_FIGURE)).toList(),
                labels.crowds().stream().map(box -> inPixels(box, picture)).toList(),
                form.area().of(picture, figures));
    }

    private static Picture read(Path file) throws DataSetException {
        try {
            return PictureFiles.decode(file);
        } catch (IOException e) {
            throw new DataSetException(file + ": cannot be read: " + e);
        } catch (BrokenPictureException e) {
            throw new DataSetException(file + ": " + e.getMessage());
        }
    }

    /** The picture as it was filmed: the longer side stays, the other is made shorter. */
    private Picture shaped(Picture picture) {
        if (form.aspect().isEmpty()) {
            return picture;
        }
        double aspect = form.aspect().getAsDouble();
        int longer = Math.max(picture.width(), picture.height());
        int width = aspect >= 1 ? longer : Math.max(1, (int) Math.round(longer * aspect));
        int height = aspect >= 1 ? Math.max(1, (int) Math.round(longer / aspect)) : longer;
        Canvas canvas = new Canvas(width, height);
        Placing placing = Placing.of(
                new Point((picture.width() - 1) / 2.0, (picture.height() - 1) / 2.0),
                new Point((width - 1) / 2.0, (height - 1) / 2.0),
                (double) width / picture.width(),
                (double) height / picture.height(),
                0,
                false);
        canvas.put(picture, placing, Mask.ALL);
        return canvas.toPicture();
    }

    private static Box inPixels(Box share, Picture picture) {
        return new Box(
                share.x() * picture.width(),
                share.y() * picture.height(),
                share.width() * picture.width(),
                share.height() * picture.height());
    }
}
