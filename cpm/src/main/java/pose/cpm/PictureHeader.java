package pose.cpm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the first bytes of a JPEG or PNG declare, read before anything is allocated for it.
 *
 * @param format the file's, whatever its name says
 * @param width pixels as stored, 1 to 8192; a turn that an orientation tag asks for is not in it
 * @param height pixels as stored, 1 to 8192
 */
public record PictureHeader(Format format, int width, int height) {

    /** How many of a file's last bytes {@link #requireEnd} looks at. */
    public static final int END_BYTES = 64;

    private static final byte[] JPEG_SIGNATURE = {(byte) 0xFF, (byte) 0xD8};
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_HEADER_CHUNK = {0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    private static final byte[] PNG_END_CHUNK = "IEND".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};

    /** What can be decoded. */
    public enum Format {
        JPEG,
        PNG
    }

    /**
     * Reads a header.
     *
     * @param beginning of a file, or all of it; a PNG needs 24 bytes, a JPEG all up to its frame header
     * @throws BrokenPictureException where it is neither format, has no header, or declares too large a picture
     */
    public static PictureHeader read(byte[] beginning) throws BrokenPictureException {
        if (startsWith(beginning, 0, JPEG_SIGNATURE)) {
            JpegHeader jpeg = JpegHeader.read(beginning);
            return new PictureHeader(Format.JPEG, jpeg.width(), jpeg.height());
        }
        if (!startsWith(beginning, 0, PNG_SIGNATURE)) {
            throw new BrokenPictureException(
                    "neither a JPEG nor a PNG: it does not begin as one (" + beginning.length + " bytes)");
        }
        if (beginning.length < 24 || !startsWith(beginning, 8, PNG_HEADER_CHUNK)) {
            throw new BrokenPictureException("broken PNG: no header in its " + beginning.length + " bytes");
        }
        long width = number(beginning, 16);
        long height = number(beginning, 20);
        int most = JpegHeader.MAX_SIDE;
        if (width < 1 || height < 1 || width > most || height > most) {
            throw new BrokenPictureException(
                    "PNG declares " + width + "×" + height + " pixels; allowed: 1 to " + most + " on a side");
        }
        return new PictureHeader(Format.PNG, (int) width, (int) height);
    }

    /**
     * Checks that a picture is all there: decoders fill what is missing with grey and only warn.
     *
     * @param end the file's last {@link #END_BYTES} bytes, or all of it
     */
    public void requireEnd(byte[] end) throws BrokenPictureException {
        byte[] mark = format == Format.JPEG ? JPEG_END : PNG_END_CHUNK;
        for (int i = end.length - mark.length; i >= Math.max(0, end.length - END_BYTES); i--) {
            if (startsWith(end, i, mark)) {
                return;
            }
        }
        throw new BrokenPictureException("broken " + format + ": it breaks off without an end marker");
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] expected) {
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
