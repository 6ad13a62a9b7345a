package pose.app.record;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import pose.app.event.ExampleEvents;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Original;
import pose.schema.PartPosition;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;

/** Frames whose pictures show their number as black and white blocks, so that no encoder can blur it. */
final class NumberedPictures {

    static final long EPOCH = 1_700_000_000_000_000L;

    private static final int BITS = 8;
    private static final int BLOCK = 16;

    private NumberedPictures() {}

    static Frame frame(int number, long afterUs) {
        return frame(number, afterUs, jpeg(number));
    }

    static Frame frame(int number, long afterUs, byte[] picture) {
        return new Frame(
                "a",
                EPOCH,
                (long) number,
                EPOCH + afterUs,
                null,
                BITS * BLOCK,
                4 * BLOCK,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.wrap(picture));
    }

    static PoseFrame event(Frame frame) {
        return seen(frame)
                .setEpoch(frame.getEpoch())
                .setSequence(frame.getSequence())
                .setCaptureTimeUs(frame.getCaptureTimeUs())
                .build();
    }

    /** The event of a replay of this frame. */
    static PoseFrame replayed(Frame frame) {
        return seen(frame)
                .setEpoch(EPOCH + 99_000_000)
                .setSequence(frame.getSequence() + 1000)
                .setCaptureTimeUs(frame.getCaptureTimeUs() + 99_000_000)
                .setOriginal(new Original(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()))
                .build();
    }

    private static PoseFrame.Builder seen(Frame frame) {
        List<PartPosition> parts = Collections.nCopies(Skeleton.LSP14.size(), new PartPosition(64f, 48f, 1f));
        return ExampleEvents.event()
                .setCamera(frame.getCamera())
                .setWidth(frame.getWidth())
                .setHeight(frame.getHeight())
                .setPeople(List.of(ExampleEvents.person().setKeypoints(parts).build()));
    }

    static Gap gap(long first, long count, GapReason reason) {
        return new Gap("a", EPOCH, first, count, reason, EPOCH + first * 40_000, null, "what happened");
    }

    private static byte[] jpeg(int number) {
        BufferedImage image = new BufferedImage(BITS * BLOCK, 4 * BLOCK, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int bit = 0; bit < BITS; bit++) {
            graphics.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
            graphics.fillRect(bit * BLOCK, 0, BLOCK, BLOCK);
        }
        graphics.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int number(BufferedImage image) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int green = image.getRGB(bit * BLOCK + BLOCK / 2, BLOCK / 2) >> 8 & 0xFF;
            number |= (green > 127 ? 1 : 0) << bit;
        }
        return number;
    }

    static BufferedImage decoded(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
