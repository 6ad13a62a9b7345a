package pose.ingest.source.network;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.LargestJpeg;
import pose.ingest.source.picture.PictureEncoder;
import pose.ingest.source.picture.PictureSize;

/**
 * One connection to a camera, from its first whole picture to its loss: every kind of network source and device is read by it.
 * It never connects anew: that is for whoever reads it.
 */
public final class LiveSession implements FrameSource {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final String shown;
    private final LiveFault faults;
    private final SourceOptions options;
    private final Clock clock;
    private final LivePictures pictures;
    private final PictureEncoder encoder;
    private final LiveTimes times;
    private final SourceFormat format;
    private final long epochUs;
    private @Nullable LivePicture first;
    private boolean closed;

    private LiveSession(
            LiveInput input,
            SourceOptions options,
            Clock clock,
            LivePictures pictures,
            LivePicture first,
            PictureEncoder encoder)
            throws SourceException {
        this.shown = input.shown();
        this.faults = new LiveFault(shown, options.timeout());
        this.options = options;
        this.clock = clock;
        this.pictures = pictures;
        this.encoder = encoder;
        this.times = new LiveTimes(pictures.timeLine(), options.fps());
        this.epochUs = nowUs();
        this.first = first;
        PictureSize size = encoder.sizeFor(first.frame().width(), first.frame().height());
        this.format = new SourceFormat(
                size.width(),
                size.height(),
                rate(pictures.rate(), options.fps()),
                OptionalLong.empty(),
                LargestJpeg.bytes(size, options.quality()));
    }

    /**
     * Connects and waits for the first whole picture, no longer than twice {@link SourceOptions#timeout}.
     *
     * @param clock tells when pictures arrive
     * @throws SourceException where there is none, or the thread was interrupted
     */
    public static LiveSession open(LiveInput input, SourceOptions options, Clock clock) throws SourceException {
        LivePictures pictures = LivePictures.open(input, options, clock);
        PictureEncoder encoder = new PictureEncoder(input.shown(), options.width(), options.quality());
        try {
            LivePicture first =
                    pictures.next().orElseThrow(() -> new SourceException(input.shown() + " has no picture in it"));
            try {
                return new LiveSession(input, options, clock, pictures, first, encoder);
            } catch (SourceException | RuntimeException | Error e) {
                first.close();
                throw e;
            }
        } catch (SourceException | RuntimeException | Error e) {
            encoder.close();
            pictures.close();
            throw e;
        }
    }

    private static OptionalDouble rate(OptionalDouble own, OptionalDouble most) {
        return own.isPresent() && most.isPresent()
                ? OptionalDouble.of(Math.min(own.getAsDouble(), most.getAsDouble()))
                : most.isPresent() ? most : own;
    }

    /** Whether it is a recording, which may be had faster than it was taken, and ends. */
    public boolean recorded() {
        return pictures.recorded();
    }

    @Override
    public SourceFormat format() {
        return format;
    }

    @Override
    public long epochUs() {
        return epochUs;
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        if (closed) {
            throw new IllegalStateException("the source is closed");
        }
        while (true) {
            Optional<LivePicture> next = nextPicture();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            try (LivePicture picture = next.get()) {
                Optional<LiveTimes.Moment> moment =
                        times.next(picture.stamp(), picture.arrival(), picture.wallUs(), picture.leftOut());
                if (times.frozenUs() > options.timeout().toNanos() / 1000) {
                    throw faults.frozen();
                }
                if (moment.isPresent()) {
                    return Optional.of(frame(picture, moment.get()));
                }
            }
        }
    }

    private Optional<LivePicture> nextPicture() throws SourceException {
        LivePicture waiting = first;
        first = null;
        return waiting != null ? Optional.of(waiting) : pictures.next();
    }

    private CapturedFrame frame(LivePicture picture, LiveTimes.Moment moment) throws SourceException {
        moment.told().ifPresent(line -> LOG.warn("{}: {}", shown, line));
        PictureSize size =
                encoder.sizeFor(picture.frame().width(), picture.frame().height());
        return new CapturedFrame(
                moment.captureTimeUs(),
                moment.ptsUs(),
                size.width(),
                size.height(),
                encoder.encode(picture.frame()),
                Optional.empty(),
                moment.clock(),
                moment.before(),
                Math.max(0, nowUs() - moment.arrivedUs()));
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /** Leaves the camera and frees what is native, once, however often it is called. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (first != null) {
                first.close();
                first = null;
            }
            encoder.close();
            pictures.close();
        }
    }
}
