package pose.ingest.source.picture;

import java.util.OptionalInt;
import pose.ingest.SourceException;

/** A picture's size in pixels, 1 to {@value #MAX_SIDE} a side: checked before anything of that size is allocated. */
public record PictureSize(int width, int height) {

    /** Pixels. */
    public static final int MAX_SIDE = 8192;

    /**
     * A size that something declares.
     *
     * @throws SourceException naming {@code what} where it is out of range
     */
    public static PictureSize declared(String what, int width, int height) throws SourceException {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new SourceException(what + " declares a picture of " + width + "×" + height
                    + " pixels; allowed: 1 to " + MAX_SIDE + " a side");
        }
        return new PictureSize(width, height);
    }

    /** This size, or the given width with the height that keeps the aspect, rounded to the nearest even one. */
    public PictureSize scaledTo(String what, OptionalInt target) throws SourceException {
        if (target.isEmpty()) {
            return this;
        }
        int scaled = target.getAsInt();
        long even = Math.max(2, 2 * Math.round((double) height * scaled / width / 2));
        return declared(what + " at width " + scaled, scaled, (int) Math.min(even, Integer.MAX_VALUE));
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
