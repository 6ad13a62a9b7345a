package pose.ingest.source.file;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.Hardware;
import pose.ingest.source.picture.PictureSize;

/**
 * Packets in, pictures out, on one thread. Packets before the first picture may fail: a recording may begin in the middle of a
 * group of pictures. After it, the first packet that fails is a fault; what was decoded before it still comes out.
 */
final class VideoDecoder implements AutoCloseable {

    /** More than any decoder has queued: past it, it answers the same error for ever. */
    private static final int MAX_FAILURES_IN_A_ROW = 1000;

    private final String name;
    private final AVCodecContext codec;
    private long pictures;
    private int failedBeforeFirst;
    private boolean drained;
    private Optional<SourceException> fault = Optional.empty();

    private VideoDecoder(String name, AVCodecContext codec) {
        this.name = name;
        this.codec = codec;
    }

    static VideoDecoder open(String name, AVStream stream, Optional<String> hardware) throws SourceException {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
        if (decoder == null || parameters.codec_id() == AV_CODEC_ID_NONE) {
            throw new SourceException(name + " holds video coded as " + codecName(parameters)
                    + ", which this build of FFmpeg cannot decode");
        }
        AVCodecContext codec = Ffmpeg.allocated(avcodec_alloc_context3(decoder));
        try {
            int result = avcodec_parameters_to_context(codec, parameters);
            if (result >= 0) {
                codec.pkt_timebase(stream.time_base());
                // What the bitstream itself declares is bounded as well, before the decoder allocates for it.
                codec.max_pixels((long) PictureSize.MAX_SIDE * PictureSize.MAX_SIDE);
                codec.thread_count(1);
                Hardware.lend(hardware, codec, decoder, name);
                result = avcodec_open2(codec, decoder, (PointerPointer<?>) null);
            }
            if (result < 0) {
                throw new SourceException(name + " holds video coded as " + codecName(parameters)
                        + ", which cannot be decoded: " + Ffmpeg.describe(result));
            }
            return new VideoDecoder(name, codec);
        } catch (SourceException | RuntimeException | Error e) {
            avcodec_free_context(codec);
            throw e;
        }
    }

    private static String codecName(AVCodecParameters parameters) {
        if (parameters.codec_id() != AV_CODEC_ID_NONE) {
            return avcodec_get_name(parameters.codec_id()).getString();
        }
        StringBuilder tag = new StringBuilder("'");
        for (int shift = 0; shift < 32; shift += 8) {
            char c = (char) ((parameters.codec_tag() >> shift) & 0xff);
            tag.append(c >= ' ' && c < 127 ? c : '?');
        }
        return tag.append('\'').toString();
    }

    /** Gives a packet to the decoder; null says that there are no more, after which {@link #receive} hands out the rest. */
    void send(@Nullable AVPacket packet) {
        note(avcodec_send_packet(codec, packet));
    }

    /** A decoded picture, which the caller frees; empty where a packet is wanted first, or at the end. */
    Optional<AVFrame> receive() {
        AVFrame frame = Ffmpeg.allocated(av_frame_alloc());
        for (int failures = 0; ; failures++) {
            int result = avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                result = Hardware.fetch(frame);
            }
            if (result >= 0) {
                pictures++;
                return Optional.of(frame);
            }
            boolean hopeless = failures >= MAX_FAILURES_IN_A_ROW;
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF() || hopeless) {
                drained = hopeless || result == AVERROR_EOF();
                av_frame_free(frame);
                return Optional.empty();
            }
            note(result);
        }
    }

    private void note(int result) {
        if (result >= 0 || result == AVERROR_EOF()) {
            return;
        }
        if (pictures == 0) {
            failedBeforeFirst++;
        } else if (fault.isEmpty()) {
            fault = Optional.of(new SourceException(
                    name + " cannot be decoded after picture " + pictures + ": " + Ffmpeg.describe(result)));
        }
    }

    boolean drained() {
        return drained;
    }

    /** Why decoding stopped, where it did before the packets ended, or gave nothing at all. */
    Optional<SourceException> fault() {
        if (fault.isEmpty() && drained && pictures == 0) {
            String why =
                    failedBeforeFirst == 0 ? "it is empty" : "none of " + failedBeforeFirst + " packets can be decoded";
            return Optional.of(new SourceException(name + " has a video stream without a picture: " + why));
        }
        return fault;
    }

    @Override
    public void close() {
        avcodec_free_context(codec);
    }
}
