package pose.trainer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.cpm.PictureHeader;

/** Picture files, within bounds. */
public final class PictureFiles {

    /** No picture that may be decoded is longer: 8192×8192 pixels hardly compressed. */
    private static final int MOST_BYTES = 256 << 20;

    /** Frame headers are nearly always within these. */
    private static final int BEGINNING = 8 << 10;

    private PictureFiles() {}

    /**
     * What a look at a picture's beginning and end tells, without decoding it.
     *
     * @param flaw why it cannot be used, where it cannot
     * @param width pixels, 0 where it cannot be used
     * @param height pixels, 0 where it cannot be used
     */
    record Checked(Optional<Reason> flaw, int width, int height) {

        private static Checked flawed(Reason reason) {
            return new Checked(Optional.of(reason), 0, 0);
        }
    }

    /** Looks at a labelled picture's file. */
    static Checked check(LabelledPicture picture) {
        if (!Files.isRegularFile(picture.file())) {
            return Checked.flawed(Reason.MISSING_PICTURE);
        }
        try {
            PictureHeader header = header(picture.file());
            LabelledPicture.Size size = new LabelledPicture.Size(header.width(), header.height());
            return picture.size().orElse(size).equals(size)
                    ? new Checked(Optional.empty(), header.width(), header.height())
                    : Checked.flawed(Reason.OTHER_SIZE);
        } catch (IOException | BrokenPictureException e) {
            return Checked.flawed(Reason.BROKEN_PICTURE);
        }
    }

    private static PictureHeader header(Path file) throws IOException, BrokenPictureException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            requireLength(channel.size());
            byte[] beginning = bytes(channel, 0, BEGINNING);
            PictureHeader header;
            try {
                header = PictureHeader.read(beginning);
            } catch (BrokenPictureException e) {
                if (channel.size() <= BEGINNING) {
                    throw e;
                }
                // A thumbnail or a colour profile may come before the frame header.
                header = PictureHeader.read(bytes(channel, 0, MOST_BYTES));
            }
            header.requireEnd(bytes(channel, channel.size() - PictureHeader.END_BYTES, PictureHeader.END_BYTES));
            return header;
        }
    }

    /** Decodes a file, see {@link Picture#decodeStored}. */
    public static Picture decode(Path file) throws IOException, BrokenPictureException {
        requireLength(Files.size(file));
        return Picture.decodeStored(Files.readAllBytes(file));
    }

    private static void requireLength(long bytes) throws BrokenPictureException {
        if (bytes > MOST_BYTES) {
            throw new BrokenPictureException("a picture of " + bytes + " bytes; allowed: at most " + MOST_BYTES);
        }
    }

    private static byte[] bytes(SeekableByteChannel channel, long from, int most) throws IOException {
        long begin = Math.max(0, from);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size() - begin));
        channel.position(begin);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Read until full or the end.
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
