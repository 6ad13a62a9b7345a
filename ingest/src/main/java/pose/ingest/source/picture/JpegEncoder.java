package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import pose.ingest.SourceException;

/**
 * Full-range YUV 4:2:0 pictures of one size to JPEG files, by FFmpeg's own encoder with Huffman tables made for each picture.
 * Quality 1 to 100 is meant as libjpeg means it (quality 50 about its standard tables) and falls on one of the encoder's 31
 * quantiser steps.
 */
final class JpegEncoder implements AutoCloseable {

    private final PictureSize size;
    private final AVCodecContext codec;
    private final AVFrame canvas;
    private final AVPacket packet;
    private long index;

    JpegEncoder(PictureSize size, int quality) throws SourceException {
        Ffmpeg.load();
        AVCodec encoder = Ffmpeg.allocated(avcodec_find_encoder(AV_CODEC_ID_MJPEG));
        this.size = size;
        this.codec = Ffmpeg.allocated(avcodec_alloc_context3(encoder));
        this.canvas = Ffmpeg.allocated(av_frame_alloc());
        this.packet = Ffmpeg.allocated(av_packet_alloc());
        int lambda = QuantiserStep.of(quality) * FF_QP2LAMBDA;
        codec.width(size.width());
        codec.height(size.height());
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        codec.color_range(AVCOL_RANGE_JPEG);
        codec.colorspace(AVCOL_SPC_BT470BG);
        codec.time_base().num(1).den(1000);
        codec.thread_count(1);
        codec.qmin(1);
        // Square pixels stated is what makes the encoder write a JFIF header, without which readers guess the colours.
        codec.sample_aspect_ratio().num(1).den(1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
        codec.global_quality(lambda);
        canvas.width(size.width());
        canvas.height(size.height());
        canvas.format(AV_PIX_FMT_YUV420P);
        canvas.color_range(AVCOL_RANGE_JPEG);
        canvas.colorspace(AVCOL_SPC_BT470BG);
        canvas.quality(lambda);
        int result = avcodec_open2(codec, encoder, (PointerPointer<?>) null);
        if (result >= 0) {
            result = av_frame_get_buffer(canvas, 0);
        }
        if (result < 0) {
            close();
            throw new SourceException("no JPEG encoder for pictures of " + size + ": " + Ffmpeg.describe(result));
        }
    }

    PictureSize size() {
        return size;
    }

    /** The picture to draw on before {@link #encode()}; ask for it anew each time. */
    AVFrame canvas() throws SourceException {
        check(av_frame_make_writable(canvas));
        return canvas;
    }

    /** What is on the canvas as a JPEG file. */
    byte[] encode() throws SourceException {
        canvas.pts(index++);
        check(avcodec_send_frame(codec, canvas));
        check(avcodec_receive_packet(codec, packet));
        byte[] jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        av_packet_unref(packet);
        return jpeg;
    }

    private void check(int result) throws SourceException {
        if (result < 0) {
            throw new SourceException("a picture of " + size + " cannot be encoded: " + Ffmpeg.describe(result));
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        av_frame_free(canvas);
        avcodec_free_context(codec);
    }
}
