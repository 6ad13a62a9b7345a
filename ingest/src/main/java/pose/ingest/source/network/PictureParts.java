package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avcodec.av_grow_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import pose.ingest.source.picture.Ffmpeg;

/**
 * Parts of pictures put together by their stamp: packets of one stamp are one picture (RFC 6184, 5.1: the RTP time stamp is
 * the picture's). FFmpeg's own parser does so by the content, but gives a picture the side data, and with it the sender's time,
 * of the one after it, and glues what is left of a damaged picture to its neighbour.
 */
final class PictureParts implements AutoCloseable {

    /** No picture is larger: an endless one is cut here and left to the decoder to refuse. */
    private static final int MAX_BYTES = 32 << 20;

    private final AVPacket collected = Ffmpeg.allocated(av_packet_alloc());
    private final AVPacket whole = Ffmpeg.allocated(av_packet_alloc());
    private Arrival arrival = new Arrival(0, OptionalLong.empty());
    private boolean any;

    /** Takes a part, which is empty afterwards; the picture before it where this part is of another, valid until the next call. */
    Optional<LivePacket> add(AVPacket part, Arrival arrived) {
        if (any && belongs(part)) {
            append(part, arrived);
            return Optional.empty();
        }
        Optional<LivePacket> before = rest();
        av_packet_move_ref(collected, part);
        arrival = arrived;
        any = true;
        return before;
    }

    private boolean belongs(AVPacket part) {
        boolean same = part.pts() == AV_NOPTS_VALUE || part.pts() == collected.pts();
        return same && collected.size() + (long) part.size() <= MAX_BYTES;
    }

    private void append(AVPacket part, Arrival arrived) {
        int before = collected.size();
        if (av_grow_packet(collected, part.size()) < 0) {
            throw new OutOfMemoryError("FFmpeg could not allocate");
        }
        Pointer.memcpy(new BytePointer(collected.data()).position(before), part.data(), part.size());
        collected.flags(collected.flags() | part.flags());
        arrival = new Arrival(arrived.timeUs(), arrival.sentUs().isPresent() ? arrival.sentUs() : arrived.sentUs());
        av_packet_unref(part);
    }

    /** The picture that is still being collected, as far as it came; valid until the next call. */
    Optional<LivePacket> rest() {
        if (!any) {
            return Optional.empty();
        }
        any = false;
        av_packet_unref(whole);
        av_packet_move_ref(whole, collected);
        return Optional.of(new LivePacket(whole, arrival));
    }

    @Override
    public void close() {
        av_packet_free(collected);
        av_packet_free(whole);
    }
}
