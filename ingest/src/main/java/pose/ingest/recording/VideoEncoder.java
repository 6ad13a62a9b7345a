package pose.ingest.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import pose.ingest.source.picture.Ffmpeg;

/** YUV pictures of one even size to video packets without reordering. */
final class VideoEncoder implements AutoCloseable {

    /** H.264 plays everywhere; MPEG-4 part 2 is in every build, and takes sizes that openh264 refuses. */
    static final List<String> PREFERRED = List.of("libopenh264", "mpeg4");

    /** MPEG-4 part 2 has 16 bits for its clock; both count the usual rates (24, 25, 29.97, 30, 60) exactly. */
    private static final int MPEG4_CLOCK_HZ = 60_000;

    private static final int CLOCK_HZ = 90_000;
    private static final double BITS_A_PIXEL = 0.15;
    private static final long LEAST_BITS_A_SECOND = 400_000;

    private final AVCodecContext codec;
    private final AVPacket packet;

    private VideoEncoder(AVCodecContext codec, AVPacket packet) {
        this.codec = codec;
        this.packet = packet;
    }

    /** The first of the named encoders that is there and takes this size. */
    static VideoEncoder open(List<String> names, int width, int height, double rate) throws IOException {
        String why = "none of " + names + " is in this build of FFmpeg";
        for (String name : names) {
            AVCodec encoder = avcodec_find_encoder_by_name(name);
            if (encoder == null) {
                continue;
            }
            AVCodecContext codec = avcodec_alloc_context3(encoder);
            if (codec == null) {
                throw new OutOfMemoryError("FFmpeg could not allocate an encoder");
            }
            configure(codec, name, width, height, rate);
            int result = avcodec_open2(codec, encoder, (PointerPointer<?>) null);
            if (result >= 0) {
                return new VideoEncoder(codec, av_packet_alloc());
            }
            avcodec_free_context(codec);
            why = name + ": " + Ffmpeg.describe(result);
        }
        throw new IOException(
                "no video encoder for " + width + "×" + height + " at " + rate + " frames/s (" + why + ")");
    }

    private static void configure(AVCodecContext codec, String name, int width, int height, double rate) {
        codec.width(width);
        codec.height(height);
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        codec.color_range(AVCOL_RANGE_MPEG);
        codec.colorspace(AVCOL_SPC_SMPTE170M);
        codec.time_base().num(1).den(name.equals("mpeg4") ? MPEG4_CLOCK_HZ : CLOCK_HZ);
        codec.framerate(av_d2q(rate, 100_000));
        codec.bit_rate(Math.max(LEAST_BITS_A_SECOND, (long) (BITS_A_PIXEL * width * height * rate)));
        codec.gop_size((int) Math.max(1, Math.round(2 * rate)));
        codec.max_b_frames(0);
        codec.thread_count(1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }

    AVCodecContext codec() {
        return codec;
    }

    /** Null says that there are no more. */
    void send(@Nullable AVFrame picture) throws IOException {
        int result = avcodec_send_frame(codec, picture);
        if (result < 0) {
            throw new IOException("a picture cannot be encoded: " + Ffmpeg.describe(result));
        }
    }

    /** The next packet, valid until the next call; empty where a picture is wanted first, or at the end. */
    Optional<AVPacket> receive() throws IOException {
        av_packet_unref(packet);
        int result = avcodec_receive_packet(codec, packet);
        if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
            return Optional.empty();
        }
        if (result < 0) {
            throw new IOException("a picture cannot be encoded: " + Ffmpeg.describe(result));
        }
        return Optional.of(packet);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
