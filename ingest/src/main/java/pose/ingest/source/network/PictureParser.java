package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import pose.ingest.source.picture.Ffmpeg;

/**
 * Pictures found by their content, in packets of which one may hold several of them or a part of one, by FFmpeg's parser. It
 * knows a picture's end only when it sees the next one's beginning, which costs the time of a picture.
 */
final class PictureParser implements AutoCloseable {

    private final AVCodecContext codec;
    private final AVCodecParserContext parser;
    private final AVPacket picture = Ffmpeg.allocated(av_packet_alloc());
    private boolean damaged;

    PictureParser(AVStream stream) {
        codec = Ffmpeg.allocated(avcodec_alloc_context3((AVCodec) null));
        avcodec_parameters_to_context(codec, stream.codecpar());
        parser = Ffmpeg.allocated(av_parser_init(stream.codecpar().codec_id()));
    }

    /** Takes a packet, and hands out the pictures that end by it, each valid until the call returns. */
    void parse(AVPacket packet, Arrival arrival, Consumer<LivePacket> into) {
        boolean here = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        long pts = packet.pts();
        long dts = packet.dts();
        int done = 0;
        try (IntPointer size = new IntPointer(1)) {
            BytePointer found = new BytePointer((Pointer) null);
            while (done < packet.size()) {
                BytePointer rest = new BytePointer(packet.data()).position(done);
                done += av_parser_parse2(parser, codec, found, size, rest, packet.size() - done, pts, dts, 0);
                pts = AV_NOPTS_VALUE;
                dts = AV_NOPTS_VALUE;
                if (size.get() > 0) {
                    handOut(found, size.get(), here, arrival, into);
                }
            }
        }
        damaged = here;
    }

    private void handOut(BytePointer found, int size, boolean here, Arrival arrival, Consumer<LivePacket> into) {
        if (av_new_packet(picture, size) < 0) {
            throw new OutOfMemoryError("FFmpeg could not allocate");
        }
        Pointer.memcpy(picture.data(), found, size);
        picture.pts(parser.pts());
        picture.dts(parser.dts());
        // A picture that ends here may have begun in the packet before.
        picture.flags(here || damaged ? AV_PKT_FLAG_CORRUPT : 0);
        into.accept(new LivePacket(picture, arrival));
        av_packet_unref(picture);
    }

    @Override
    public void close() {
        av_packet_free(picture);
        av_parser_close(parser);
        avcodec_free_context(codec);
    }
}
