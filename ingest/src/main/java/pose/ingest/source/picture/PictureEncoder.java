package pose.ingest.source.picture;

import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/** Pictures of any size and pixel format to JPEG files of one width; a recording may change its format on the way. */
public final class PictureEncoder implements AutoCloseable {

    private final String name;
    private final OptionalInt width;
    private final int quality;
    private @Nullable Scaler scaler;
    private @Nullable JpegEncoder encoder;

    /**
     * Allocates nothing before the first picture.
     *
     * @param name of the source, for messages
     * @param width of the JPEGs in pixels, the height following; the picture's own where empty
     * @param quality 1 to 100, as libjpeg means it
     */
    public PictureEncoder(String name, OptionalInt width, int quality) {
        this.name = name;
        this.width = width;
        this.quality = quality;
    }

    /**
     * The size of a JPEG of a picture this large.
     *
     * @throws SourceException where either is out of range
     */
    public PictureSize sizeFor(int pictureWidth, int pictureHeight) throws SourceException {
        return PictureSize.declared(name, pictureWidth, pictureHeight).scaledTo(name, width);
    }

    /** A picture's pixels as a whole JPEG file; the picture stays the caller's. */
    public byte[] encode(AVFrame picture) throws SourceException {
        JpegEncoder into = encoderFor(sizeFor(picture.width(), picture.height()));
        scalerFor(picture, into.size()).scale(picture, into.canvas());
        return into.encode();
    }

    private JpegEncoder encoderFor(PictureSize size) throws SourceException {
        JpegEncoder current = encoder;
        if (current == null || !current.size().equals(size)) {
            close();
            current = new JpegEncoder(size, quality);
            encoder = current;
        }
        return current;
    }

    private Scaler scalerFor(AVFrame picture, PictureSize size) throws SourceException {
        Scaler current = scaler;
        if (current == null || !current.fits(picture)) {
            closeScaler();
            current = Scaler.between(picture, size);
            scaler = current;
        }
        return current;
    }

    private void closeScaler() {
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
    }

    @Override
    public void close() {
        closeScaler();
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
