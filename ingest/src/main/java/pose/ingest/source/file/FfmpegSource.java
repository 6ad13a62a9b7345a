package pose.ingest.source.file;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Encoding;
import pose.ingest.source.picture.EncodingThreads;
import pose.ingest.source.picture.LargestJpeg;
import pose.ingest.source.picture.PictureSize;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;
import pose.ingest.source.picture.TimeLine;

/**
 * The pictures of a video file: taken apart, decoded, scaled and encoded in this process. Every picture of the file comes out,
 * those that the decoder holds back at the end too. Pictures stand as they are stored: a rotation or a pixel aspect that the
 * file asks of a player is not applied (a rotation is logged).
 */
public final class FfmpegSource implements PictureSource {

    private static final long ASSUMED_DURATION_US = 40_000;

    /** Past these one thread cannot decode as fast as they encode. */
    private static final int MOST_THREADS = 8;

    private final Demuxer demuxer;
    private final VideoDecoder decoder;
    private final EncodingThreads encoder;
    private final SourceFormat format;
    private final AVRational timeBase;
    private final TimeLine timeLine = new TimeLine();

    private FfmpegSource(Demuxer demuxer, VideoDecoder decoder, SourceOptions options) throws SourceException {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.encoder = new EncodingThreads(demuxer.name(), options.width(), options.quality(), threads());
        AVStream video = demuxer.video();
        this.timeBase = video.time_base();
        PictureSize size =
                encoder.sizeFor(video.codecpar().width(), video.codecpar().height());
        AVRational rate = video.avg_frame_rate();
        this.format = new SourceFormat(
                size.width(),
                size.height(),
                rate.num() > 0 && rate.den() > 0
                        ? OptionalDouble.of((double) rate.num() / rate.den())
                        : OptionalDouble.empty(),
                video.nb_frames() > 0 ? OptionalLong.of(video.nb_frames()) : OptionalLong.empty(),
                LargestJpeg.bytes(size, options.quality()));
    }

    /**
     * How many threads scale and encode, beside the one that decodes: two for each processor, so that on a machine with other
     * work they have the share of a program that has threads for each stage.
     */
    public static int threads() {
        return Math.min(MOST_THREADS, 2 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Opens a file.
     *
     * @throws SourceException where it is no video file that can be decoded
     */
    public static FfmpegSource open(Path file, SourceOptions options) throws SourceException {
        Demuxer demuxer = Demuxer.open(file);
        try {
            Rotation.warn(demuxer);
            VideoDecoder decoder = VideoDecoder.open(demuxer.name(), demuxer.video(), options.hardware());
            try {
                return new FfmpegSource(demuxer, decoder, options);
            } catch (SourceException | RuntimeException | Error e) {
                decoder.close();
                throw e;
            }
        } catch (SourceException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public Optional<SourcePicture> next() throws SourceException {
        while (true) {
            Optional<AVFrame> picture = decoder.receive();
            if (picture.isPresent()) {
                return Optional.of(placed(picture.get()));
            }
            if (decoder.drained()) {
                endOrFault();
                return Optional.empty();
            }
            Optional<AVPacket> packet = decoder.fault().isPresent() ? Optional.empty() : demuxer.read();
            decoder.send(packet.orElse(null));
        }
    }

    private void endOrFault() throws SourceException {
        Optional<SourceException> fault = demuxer.fault().or(decoder::fault);
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    private SourcePicture placed(AVFrame picture) {
        long duration = durationUs(picture);
        long stamp = picture.best_effort_timestamp();
        long pts = stamp == AV_NOPTS_VALUE ? timeLine.unstamped(duration) : timeLine.at(micros(stamp), duration);
        return new DecodedPicture(picture, pts, duration, encoder);
    }

    private long durationUs(AVFrame picture) {
        if (picture.duration() > 0) {
            return Math.max(1, micros(picture.duration()));
        }
        return format.fps().isPresent()
                ? Math.max(1, Math.round(1e6 / format.fps().getAsDouble()))
                : ASSUMED_DURATION_US;
    }

    /** Rounded to the nearest µs; in floating point, since the product of a 64-bit stamp and 1,000,000 may not fit. */
    private long micros(long stamp) {
        return Math.round((double) stamp * timeBase.num() * 1e6 / timeBase.den());
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
        demuxer.close();
    }

    /** A decoded picture that waits to be encoded or left out. */
    private record DecodedPicture(AVFrame picture, long ptsUs, long durationUs, EncodingThreads encoder)
            implements SourcePicture {

        @Override
        public EncodedPicture encode() throws SourceException {
            return begin().await();
        }

        @Override
        public Encoding begin() throws SourceException {
            return encoder.begin(picture);
        }

        @Override
        public void close() {
            av_frame_free(picture);
        }
    }
}
