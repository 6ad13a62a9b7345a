package pose.ingest.source.images;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import pose.ingest.SourceException;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.PictureSize;

/**
 * A JPEG or PNG file decoded, known by its content, at most {@value #MAX_BYTES} bytes. Decoded strictly: a file that is cut or
 * damaged is refused, not shown in part.
 */
final class StillPicture {

    private static final int MAX_BYTES = 128 * 1024 * 1024;

    private StillPicture() {}

    /** The picture, which the caller frees. */
    static AVFrame decode(Path file) throws SourceException {
        byte[] bytes = read(file);
        AVCodec decoder = Ffmpeg.allocated(avcodec_find_decoder(kind(file, bytes)));
        AVCodecContext codec = Ffmpeg.allocated(avcodec_alloc_context3(decoder));
        AVPacket packet = Ffmpeg.allocated(av_packet_alloc());
        AVFrame frame = Ffmpeg.allocated(av_frame_alloc());
        try {
            codec.thread_count(1);
            codec.max_pixels((long) PictureSize.MAX_SIDE * PictureSize.MAX_SIDE);
            codec.err_recognition(AV_EF_EXPLODE | AV_EF_CRCCHECK);
            int result = avcodec_open2(codec, decoder, (PointerPointer<?>) null);
            if (result >= 0) {
                result = av_new_packet(packet, bytes.length);
            }
            if (result >= 0) {
                packet.data().put(bytes);
                result = avcodec_send_packet(codec, packet);
            }
            if (result >= 0) {
                avcodec_send_packet(codec, null);
                result = avcodec_receive_frame(codec, frame);
            }
            if (result < 0) {
                throw new SourceException(file + " is a broken picture: " + Ffmpeg.describe(result));
            }
            return frame;
        } catch (SourceException | RuntimeException | Error e) {
            av_frame_free(frame);
            throw e;
        } finally {
            av_packet_free(packet);
            avcodec_free_context(codec);
        }
    }

    private static byte[] read(Path file) throws SourceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new SourceException(file + " is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new SourceException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static int kind(Path file, byte[] bytes) throws SourceException {
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return AV_CODEC_ID_MJPEG;
        }
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return AV_CODEC_ID_PNG;
        }
        throw new SourceException(file + (bytes.length == 0 ? " is empty" : " is no picture that can be read")
                + "; allowed: JPEG and PNG");
    }
}
