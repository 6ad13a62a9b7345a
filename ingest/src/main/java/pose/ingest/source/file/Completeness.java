package pose.ingest.source.file;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import pose.ingest.SourceException;

/**
 * Whether a file held what its header promised. FFmpeg reports a file that was cut between two packets as a plain end, so the
 * packets are counted against the index of an mp4, and the times of any other container against the declared length (there
 * a quarter of a second may be missing unnoticed). A fragmented mp4 or a transport stream that was cut exactly between two
 * fragments or packets promises nothing and passes.
 */
final class Completeness {

    private static final double TOLERANCE_SECONDS = 0.25;

    private final String name;
    private final AVFormatContext container;
    private final AVStream video;
    private final boolean indexed;
    private final boolean declaresLength;
    private final double declaredEnd;
    private long packets;
    private double reached = Double.NEGATIVE_INFINITY;

    Completeness(String name, AVFormatContext container, AVStream video) {
        this.name = name;
        this.container = container;
        this.video = video;
        this.indexed = container.iformat().name().getString().startsWith("mov");
        this.declaresLength =
                container.duration() > 0 && container.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
        long start = container.start_time() == AV_NOPTS_VALUE ? 0 : container.start_time();
        this.declaredEnd = (double) (start + container.duration()) / AV_TIME_BASE;
    }

    /** Whether the pictures alone tell, so that the other streams need not be read. */
    boolean countsPictures() {
        return indexed;
    }

    void saw(AVPacket packet) {
        AVStream stream = container.streams(packet.stream_index());
        if (stream.index() == video.index()) {
            packets++;
        }
        long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (time != AV_NOPTS_VALUE) {
            AVRational base = stream.time_base();
            reached = Math.max(reached, (double) (time + packet.duration()) * base.num() / base.den());
        }
    }

    /** At a plain end: what is missing of what was promised. */
    Optional<SourceException> missing() {
        boolean short_ = indexed
                ? packets < avformat_index_get_entries_count(video)
                : declaresLength && reached < declaredEnd - TOLERANCE_SECONDS;
        return short_ ? Optional.of(cut()) : Optional.empty();
    }

    SourceException cut() {
        String promised = indexed
                ? packets + " of " + avformat_index_get_entries_count(video) + " pictures are there"
                : declaresLength
                        ? String.format(
                                Locale.ROOT, "%.1f of %.1f seconds are there", Math.max(0, reached), declaredEnd)
                        : packets + " pictures are there";
        return new SourceException(name + " is cut short: " + promised);
    }

    SourceException broken(String why) {
        return new SourceException(name + " cannot be read after picture " + packets + ": " + why);
    }
}
