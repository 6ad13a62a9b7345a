package pose.ingest.source.images;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.LargestJpeg;
import pose.ingest.source.picture.PictureEncoder;
import pose.ingest.source.picture.PictureSize;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

/**
 * The pictures of a folder at a steady rate. They may differ in size; the format is that of the first. A picture is read when
 * it is encoded: one that is left out may be broken unnoticed.
 */
public final class ImagesSource implements PictureSource {

    private final List<Path> files;
    private final double fps;
    private final PictureEncoder encoder;
    private final SourceFormat format;
    private int index;

    private ImagesSource(Path folder, List<Path> files, double fps, SourceOptions options) throws SourceException {
        this.files = files;
        this.fps = fps;
        this.encoder = new PictureEncoder(folder.toString(), options.width(), options.quality());
        PictureSize size = firstSize();
        this.format = new SourceFormat(
                size.width(),
                size.height(),
                OptionalDouble.of(fps),
                OptionalLong.of(files.size()),
                LargestJpeg.bytes(size, options.quality()));
    }

    /**
     * Lists a folder and reads its first picture.
     *
     * @param fps at which the pictures follow each other, 0.01 to 240
     * @throws SourceException where there is no such folder, no picture in it, or the first is broken
     */
    public static ImagesSource open(Path folder, double fps, SourceOptions options) throws SourceException {
        Ffmpeg.load();
        return new ImagesSource(folder, ImageFolder.list(folder), fps, options);
    }

    private PictureSize firstSize() throws SourceException {
        AVFrame first = StillPicture.decode(files.get(0));
        try {
            return encoder.sizeFor(first.width(), first.height());
        } finally {
            av_frame_free(first);
        }
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public Optional<SourcePicture> next() {
        return index < files.size() ? Optional.of(new Still(index++)) : Optional.empty();
    }

    @Override
    public void close() {
        encoder.close();
    }

    private final class Still implements SourcePicture {

        private final int number;

        private Still(int number) {
            this.number = number;
        }

        @Override
        public long ptsUs() {
            return Math.round(number * 1e6 / fps);
        }

        @Override
        public long durationUs() {
            return Math.max(1, Math.round(1e6 / fps));
        }

        @Override
        public EncodedPicture encode() throws SourceException {
            AVFrame picture = StillPicture.decode(files.get(number));
            try {
                PictureSize size = encoder.sizeFor(picture.width(), picture.height());
                return new EncodedPicture(size, encoder.encode(picture), Optional.empty());
            } finally {
                av_frame_free(picture);
            }
        }

        @Override
        public void close() {
            // Nothing native is held for one picture.
        }
    }
}
