package pose.ingest.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import pose.ingest.source.picture.BgrPicture;
import pose.ingest.source.picture.Ffmpeg;

/**
 * Writes pictures into an mp4: H.264 where the encoder is present and takes the size, MPEG-4 part 2 otherwise. One frame in the
 * file for each one written, at its own time, rounded to the file's clock (1/90,000 s, 1/60,000 s for MPEG-4 part 2). A size
 * that is odd is made even by repeating the last column or row. The file is playable only after {@link #close()}.
 */
public final class VideoWriter implements Closeable {

    private final int width;
    private final int height;
    private final double rate;
    private final BgrPicture picture;
    private final AVFrame converted;
    private final SwsContext conversion;
    private final VideoEncoder encoder;
    private final Mp4File file;
    private long lastTick = -1;
    private boolean closed;

    /**
     * Begins a file, replacing one of that name.
     *
     * @param width of every picture, 16 to 8192 pixels
     * @param height of every picture, 16 to 8192 pixels
     * @param rate nominal frames a second, above 0 up to 1000: how long the last frame is shown, and what the bit rate is for
     * @throws IOException where the file cannot be written, naming it
     */
    public VideoWriter(Path path, int width, int height, double rate) throws IOException {
        this(path, width, height, rate, VideoEncoder.PREFERRED);
    }

    VideoWriter(Path path, int width, int height, double rate, List<String> encoders) throws IOException {
        if (width < 16 || height < 16 || width > 8192 || height > 8192) {
            throw new IllegalArgumentException(
                    "video size is " + width + "×" + height + "; allowed: 16 to 8192 pixels a side");
        }
        if (!(rate > 0 && rate <= 1000)) {
            throw new IllegalArgumentException("rate is " + rate + "; allowed: above 0 up to 1000 frames/s");
        }
        Ffmpeg.load();
        this.width = width;
        this.height = height;
        this.rate = rate;
        int evenWidth = width + width % 2;
        int evenHeight = height + height % 2;
        this.encoder = VideoEncoder.open(encoders, evenWidth, evenHeight, rate);
        try {
            this.file = Mp4File.create(path, encoder.codec());
        } catch (IOException | RuntimeException | Error e) {
            encoder.close();
            throw e;
        }
        this.picture = new BgrPicture(width, height, evenWidth, evenHeight);
        this.converted = av_frame_alloc();
        converted.width(evenWidth);
        converted.height(evenHeight);
        converted.format(AV_PIX_FMT_YUV420P);
        this.conversion = sws_getContext(
                evenWidth,
                evenHeight,
                AV_PIX_FMT_BGR24,
                evenWidth,
                evenHeight,
                AV_PIX_FMT_YUV420P,
                SWS_BICUBIC | SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        if (conversion == null || av_frame_get_buffer(converted, 0) < 0) {
            free();
            throw new OutOfMemoryError("no native memory for pictures of " + width + "×" + height);
        }
    }

    /** As {@link #write(byte[], long)}, for an image of any type. */
    public void write(BufferedImage image, long ptsUs) throws IOException {
        if (image.getWidth() != width || image.getHeight() != height) {
            throw new IllegalArgumentException("a picture of " + image.getWidth() + "×" + image.getHeight()
                    + " pixels for a video of " + width + "×" + height);
        }
        write(BgrPicture.bytes(image), ptsUs);
    }

    /**
     * Adds a frame.
     *
     * @param bgr rows of width × 3 bytes without padding
     * @param ptsUs its time, µs, at least 0; where it is not after the frame before it, it is moved to just after that one
     * @throws IOException where the file cannot be written
     */
    public void write(byte[] bgr, long ptsUs) throws IOException {
        if (ptsUs < 0) {
            throw new IllegalArgumentException("a frame at " + ptsUs + " µs; a video begins at 0");
        }
        if (closed) {
            throw new IllegalStateException("the video is closed");
        }
        picture.put(bgr);
        if (av_frame_make_writable(converted) < 0) {
            throw new OutOfMemoryError("no native memory for pictures of " + width + "×" + height);
        }
        int result = sws_scale_frame(conversion, converted, picture.frame());
        if (result < 0) {
            throw new IOException("a picture cannot be converted: " + Ffmpeg.describe(result));
        }
        long tick = Math.round(ptsUs * (clockHz() / 1e6));
        lastTick = Math.max(tick, lastTick + 1);
        converted.pts(lastTick);
        encoder.send(converted);
        drain();
    }

    private int clockHz() {
        return encoder.codec().time_base().den();
    }

    private void drain() throws IOException {
        for (Optional<AVPacket> packet = encoder.receive(); packet.isPresent(); packet = encoder.receive()) {
            packet.get().duration(Math.round(clockHz() / rate));
            file.write(packet.get());
        }
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            encoder.send(null);
            drain();
            file.finish();
        } finally {
            free();
        }
    }

    private void free() {
        sws_freeContext(conversion);
        av_frame_free(converted);
        picture.close();
        file.close();
        encoder.close();
    }
}
