package pose.ingest.source.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/** The whole pictures of a live input, each bounded in how long it may take to come. */
final class LivePictures implements AutoCloseable {

    private static final double HIGHEST_RATE = 240;

    private final String shown;
    private final Duration timeout;
    private final Clock clock;
    private final LiveFault faults;
    private final LiveContainer container;
    private final Arrivals arrivals = new Arrivals();
    private @Nullable LiveDecoder decoder;
    private @Nullable SourceException fault;
    private boolean ended;
    private long packets;

    private LivePictures(LiveInput input, Duration timeout, Clock clock, LiveFault faults, LiveContainer container) {
        this.shown = input.shown();
        this.timeout = timeout;
        this.clock = clock;
        this.faults = faults;
        this.container = container;
    }

    static LivePictures open(LiveInput input, Duration timeout, Clock clock) throws SourceException {
        LiveFault faults = new LiveFault(input.shown(), timeout);
        return new LivePictures(input, timeout, clock, faults, LiveContainer.open(input, faults, timeout));
    }

    /**
     * The next whole picture, which the caller closes; empty where the input is over.
     *
     * @throws SourceException after the last picture of a camera that is lost; or where none came within the timeout
     */
    Optional<LivePicture> next() throws SourceException {
        long deadline = System.nanoTime() + timeout.toNanos();
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
                throw faults.noPicture(packets);
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
                frame, LiveContainer.stamp(frame.pts()), arrivals.take(Tag.in(frame.opaque())), decoder.takeLeftOut()));
    }

    private void read() throws SourceException {
        try {
            Optional<AVPacket> packet = container.read();
            if (packet.isPresent()) {
                decode(packet.get());
            } else {
                end();
            }
        } catch (SourceException e) {
            // What the decoder still holds is handed out first.
            fault = e;
            end();
        }
    }

    private void decode(AVPacket packet) throws SourceException {
        packets++;
        if (decoder == null) {
            decoder = LiveDecoder.open(shown, container.video());
        }
        long nowUs = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        packet.opaque(new Tag(arrivals.add(new Arrival(nowUs, LiveContainer.sentAt(packet)))));
        decoder.send(packet);
    }

    private void end() {
        ended = true;
        if (decoder != null) {
            decoder.end();
        }
    }

    /** A line for the pictures' stamps; after the first picture. */
    LiveTimeLine timeLine() {
        AVRational base = container.video().time_base();
        return new LiveTimeLine(container.video().pts_wrap_bits(), base.num(), base.den());
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
        container.close();
    }
}
