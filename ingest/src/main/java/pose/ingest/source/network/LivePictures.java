package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H263;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG1VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.Secrets;

/** The whole pictures of a live input, each bounded in how long it may take to come. */
final class LivePictures implements AutoCloseable {

    private static final double HIGHEST_RATE = 240;
    private static final long ASSUMED_INTERVAL_US = 40_000;

    /** Of other codecs a packet is a picture however it travelled. */
    private static final Set<Integer> COME_IN_PARTS = Set.of(
            AV_CODEC_ID_H264,
            AV_CODEC_ID_HEVC,
            AV_CODEC_ID_MPEG4,
            AV_CODEC_ID_MPEG2VIDEO,
            AV_CODEC_ID_MPEG1VIDEO,
            AV_CODEC_ID_H263);

    private final String shown;
    private final SourceOptions options;
    private final Clock clock;
    private final LiveFault faults;
    private final LiveContainer container;
    private final Secrets.Kept secrets;
    private final boolean inParts;
    private final PictureParts parts = new PictureParts();
    private final Arrivals arrivals = new Arrivals();
    private @Nullable LiveDecoder decoder;
    private @Nullable PictureParser parser;
    private @Nullable SourceException fault;
    private boolean collecting;
    private boolean ended;
    private long packets;

    private LivePictures(
            LiveInput input,
            SourceOptions options,
            Clock clock,
            LiveFault faults,
            LiveContainer container,
            Secrets.Kept secrets) {
        this.shown = input.shown();
        this.options = options;
        this.clock = clock;
        this.faults = faults;
        this.container = container;
        this.secrets = secrets;
        this.inParts = input.packets() == LiveInput.Packets.PARTS;
    }

    static LivePictures open(LiveInput input, SourceOptions options, Clock clock) throws SourceException {
        LiveFault faults = new LiveFault(input.shown(), options.timeout());
        Secrets.Kept kept = Secrets.keep(input.secrets());
        try {
            return new LivePictures(
                    input, options, clock, faults, LiveContainer.open(input, faults, options.timeout()), kept);
        } catch (SourceException | RuntimeException | Error e) {
            kept.close();
            throw e;
        }
    }

    /**
     * The next whole picture, which the caller closes; empty where the input is over.
     *
     * @throws SourceException after the last picture of a camera that is lost; or where none came within the timeout
     */
    Optional<LivePicture> next() throws SourceException {
        long deadline = System.nanoTime() + options.timeout().toNanos();
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                throw faults.interrupted();
            }
            Optional<LivePicture> picture = decoded();
            if (picture.isPresent()) {
                return picture;
            }
            if (ended) {
                if (fault != null) {
                    throw fault;
                }
                return Optional.empty();
            }
            if (System.nanoTime() - deadline > 0) {
                throw container.starved() ? faults.silent() : faults.noPicture(packets);
            }
            read();
        }
    }

    private Optional<LivePicture> decoded() {
        if (decoder == null) {
            return Optional.empty();
        }
        Optional<AVFrame> whole = decoder.receive();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        AVFrame frame = whole.get();
        return Optional.of(new LivePicture(
                frame,
                LiveContainer.stamp(frame.pts()),
                arrivals.take(Tag.in(frame.opaque())),
                WallClockSei.of(frame),
                decoder.takeLeftOut()));
    }

    private void read() throws SourceException {
        try {
            Optional<AVPacket> packet = container.read();
            if (packet.isPresent()) {
                take(packet.get());
            } else {
                end();
            }
        } catch (SourceException e) {
            // What came before is handed out first.
            fault = e;
            end();
        }
    }

    private void take(AVPacket packet) throws SourceException {
        packets++;
        if (decoder == null) {
            decoder = LiveDecoder.open(shown, container.video(), options.hardware());
            collecting = inParts
                    && COME_IN_PARTS.contains(container.video().codecpar().codec_id());
        }
        Arrival arrival =
                new Arrival(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()), LiveContainer.sentAt(packet));
        if (parser == null && mustParse(packet)) {
            parser = new PictureParser(container.video());
        }
        if (parser != null) {
            parser.parse(packet, arrival, this::decode);
        } else if (collecting) {
            parts.add(packet, arrival).ifPresent(this::decode);
        } else {
            decode(new LivePacket(packet, arrival));
        }
    }

    /** A packet without a stamp may be a part of a picture, where packets should be whole ones. */
    private boolean mustParse(AVPacket packet) {
        return !inParts
                && packet.pts() == AV_NOPTS_VALUE
                && COME_IN_PARTS.contains(container.video().codecpar().codec_id());
    }

    private void decode(LivePacket picture) {
        if (decoder != null) {
            picture.packet().opaque(new Tag(arrivals.add(picture.arrival())));
            decoder.send(picture.packet());
        }
    }

    private void end() {
        ended = true;
        parts.rest().ifPresent(this::decode);
        if (decoder != null) {
            decoder.end();
        }
    }

    /** Whether it is a recording, which told its length. */
    boolean recorded() {
        return container.recorded();
    }

    /** A line for the pictures' stamps; after the first picture. */
    LiveTimeLine timeLine() {
        AVRational base = container.video().time_base();
        long interval = rate().isPresent() ? Math.round(1e6 / rate().getAsDouble()) : ASSUMED_INTERVAL_US;
        return new LiveTimeLine(container.video().pts_wrap_bits(), base.num(), base.den(), interval);
    }

    /** Pictures a second where the stream says so; after the first picture. */
    OptionalDouble rate() {
        AVRational stated = container.video().avg_frame_rate();
        double rate = stated.den() == 0 ? 0 : (double) stated.num() / stated.den();
        if (rate > 0 && rate <= HIGHEST_RATE) {
            return OptionalDouble.of(rate);
        }
        return decoder == null ? OptionalDouble.empty() : decoder.rate();
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
        if (parser != null) {
            parser.close();
        }
        parts.close();
        container.close();
        secrets.close();
    }
}
