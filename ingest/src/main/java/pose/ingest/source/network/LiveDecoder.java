package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISPOSABLE;
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
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import pose.ingest.SourceException;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.Hardware;
import pose.ingest.source.picture.PictureSize;

/**
 * Packets in, whole pictures out, on one thread, from a stream that may be damaged anywhere. A picture that was decoded from
 * damaged data is never handed out, and neither is one that may build on it, see {@link Damage}. What was left out is counted
 * until it is asked for.
 */
final class LiveDecoder implements AutoCloseable {

    private static final double HIGHEST_RATE = 240;

    private final AVCodecContext codec;
    private final AVFrame spare = Ffmpeg.allocated(av_frame_alloc());
    private final Damage damage = new Damage();
    private boolean any;
    private long lastSent;
    private long leftOut;

    private LiveDecoder(AVCodecContext codec) {
        this.codec = codec;
    }

    static LiveDecoder open(String shown, AVStream stream, Optional<String> hardware) throws SourceException {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
        if (decoder == null) {
            throw new SourceException(shown + " sends video coded as "
                    + avcodec_get_name(parameters.codec_id()).getString()
                    + ", which this build of FFmpeg cannot decode");
        }
        AVCodecContext codec = Ffmpeg.allocated(avcodec_alloc_context3(decoder));
        int result = avcodec_parameters_to_context(codec, parameters);
        if (result >= 0) {
            codec.pkt_timebase(stream.time_base());
            // What the stream declares later is bounded as well, before the decoder allocates for it.
            codec.max_pixels((long) PictureSize.MAX_SIDE * PictureSize.MAX_SIDE);
            codec.thread_count(1);
            if (parameters.codec_id() == AV_CODEC_ID_MJPEG) {
                // Otherwise what is missing of a JPEG is left grey, without a word.
                codec.err_recognition(codec.err_recognition() | AV_EF_EXPLODE);
            }
            Hardware.lend(hardware, codec, decoder, shown);
            codec.flags(codec.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
            result = avcodec_open2(codec, decoder, (PointerPointer<?>) null);
        }
        if (result < 0) {
            avcodec_free_context(codec);
            throw new SourceException(shown + " sends video that cannot be decoded: " + Ffmpeg.describe(result));
        }
        return new LiveDecoder(codec);
    }

    /** Gives a packet to the decoder; its {@code opaque}, a number that grows, comes back with its picture. */
    void send(AVPacket packet) {
        lastSent = Tag.in(packet.opaque());
        boolean damaged = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        if (damaged || avcodec_send_packet(codec, packet) < 0) {
            leaveOut();
            if ((packet.flags() & AV_PKT_FLAG_DISPOSABLE) == 0) {
                damage.at(lastSent);
            }
        }
    }

    /** No more packets come: {@link #receive} hands out what is left. */
    void end() {
        avcodec_send_packet(codec, null);
    }

    /** A whole picture, which the caller frees; empty where a packet is wanted first. */
    Optional<AVFrame> receive() {
        while (true) {
            int result = avcodec_receive_frame(codec, spare);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
                return Optional.empty();
            }
            if (result < 0) {
                leaveOut();
                damage.at(lastSent);
            } else if (isWhole(spare)) {
                AVFrame whole = Ffmpeg.allocated(av_frame_alloc());
                av_frame_move_ref(whole, spare);
                any = true;
                return Optional.of(whole);
            } else {
                leaveOut();
                av_frame_unref(spare);
            }
        }
    }

    private boolean isWhole(AVFrame picture) {
        long number = Tag.in(picture.opaque());
        boolean damaged = picture.decode_error_flags() != 0
                || (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0
                || Hardware.fetch(picture) < 0;
        if (damaged) {
            damage.at(number);
            return false;
        }
        boolean alone = (picture.flags() & AV_FRAME_FLAG_KEY) != 0 || picture.pict_type() == AV_PICTURE_TYPE_I;
        return damage.spares(number, alone);
    }

    /** Before the first picture nothing is missing: a camera is joined in the middle of its pictures. */
    private void leaveOut() {
        leftOut += any ? 1 : 0;
    }

    /** How many pictures were left out since this was last asked. */
    long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }

    /** Pictures a second, where the stream itself says so. */
    OptionalDouble rate() {
        AVRational rate = codec.framerate();
        double value = rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
        return value > 0 && value <= HIGHEST_RATE ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Override
    public void close() {
        av_frame_free(spare);
        avcodec_free_context(codec);
    }
}
