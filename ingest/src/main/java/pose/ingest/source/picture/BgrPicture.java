package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * An 8-bit BGR picture in native memory. It may be made larger than what is put into it; the last column and the last row are
 * then repeated, for encoders that take even sizes only.
 */
public final class BgrPicture implements AutoCloseable {

    private final int width;
    private final int height;
    private final byte[] row;
    private final AVFrame frame;

    /** A picture of these sizes in pixels, the padded ones at least as large. */
    public BgrPicture(int width, int height, int paddedWidth, int paddedHeight) {
        if (width < 1 || height < 1 || paddedWidth < width || paddedHeight < height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "×" + height + " pixels, padded to " + paddedWidth + "×" + paddedHeight);
        }
        this.width = width;
        this.height = height;
        this.row = new byte[paddedWidth * 3];
        this.frame = Ffmpeg.allocated(av_frame_alloc());
        frame.width(paddedWidth);
        frame.height(paddedHeight);
        frame.format(AV_PIX_FMT_BGR24);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("no native memory for a picture of " + paddedWidth + "×" + paddedHeight);
        }
    }

    /** Rows of width × 3 bytes without padding, top row first. */
    public void put(byte[] bgr) {
        if (bgr.length != width * height * 3) {
            throw new IllegalArgumentException(bgr.length + " bytes for a picture of " + width + "×" + height
                    + "; expected " + width * height * 3);
        }
        if (av_frame_make_writable(frame) < 0) {
            throw new OutOfMemoryError("no native memory for a picture of " + width + "×" + height);
        }
        int used = width * 3;
        BytePointer plane = frame.data(0);
        long stride = frame.linesize(0);
        for (int y = 0; y < frame.height(); y++) {
            System.arraycopy(bgr, Math.min(y, height - 1) * used, row, 0, used);
            for (int x = used; x < row.length; x++) {
                row[x] = row[x - 3];
            }
            plane.position(y * stride).put(row);
        }
    }

    /** For FFmpeg; stays this picture's. */
    public AVFrame frame() {
        return frame;
    }

    /** An image's pixels as rows of BGR bytes; those of a plain TYPE_3BYTE_BGR image are not copied. */
    public static byte[] bytes(BufferedImage image) {
        int length = image.getWidth() * image.getHeight() * 3;
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == length) {
            return buffer.getData();
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
