package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;
import pose.ingest.source.picture.Ffmpeg;
import pose.ingest.source.picture.PictureSize;

/**
 * A live input taken apart into the packets of its one video stream. Every wait is bounded, nothing is held back (FFmpeg's
 * analysis of the first seconds is left out: the decoder learns from the stream itself), and stamps come as they were sent.
 */
final class LiveContainer implements AutoCloseable {

    private static final int PROBE_BYTES = 500_000;
    private static final int MAX_STREAMS = 64;
    private static final Duration DEVICE_REST = Duration.ofMillis(2);
    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final LiveFault faults;
    private final Duration timeout;
    private final LiveInput.End end;
    private final AVFormatContext container;
    private final Patience patience;
    private final Optional<GuardedAddresses> guarded;
    private final AVPacket packet;
    private @Nullable AVStream video;
    private boolean starved;

    private LiveContainer(
            LiveInput input,
            LiveFault faults,
            Duration timeout,
            AVFormatContext container,
            Patience patience,
            Optional<GuardedAddresses> guarded) {
        this.faults = faults;
        this.timeout = timeout;
        this.end = input.end();
        this.container = container;
        this.patience = patience;
        this.guarded = guarded;
        this.packet = Ffmpeg.allocated(av_packet_alloc());
    }

    /** Connects, which takes no longer than the timeout. */
    static LiveContainer open(LiveInput input, LiveFault faults, Duration timeout) throws SourceException {
        Ffmpeg.load();
        boolean known = lookUp(input, faults, timeout);
        AVFormatContext container = Ffmpeg.allocated(avformat_alloc_context());
        Patience patience = Patience.of(container);
        Optional<GuardedAddresses> guarded = GuardedAddresses.of(container, input);
        patience.reset(timeout);
        container.correct_ts_overflow(0);
        // A device that says nothing would be waited for in a call that nothing interrupts.
        container.flags(container.flags() | AVFMT_FLAG_NONBLOCK);
        AVDictionary options = options(input);
        try (BytePointer url = new BytePointer((input.url() + "\0").getBytes(StandardCharsets.UTF_8))) {
            AVInputFormat format = input.format().isEmpty()
                    ? null
                    : av_find_input_format(input.format().get());
            int result = avformat_open_input(container, url, format, options);
            if (result < 0) {
                guarded.ifPresent(GuardedAddresses::close);
                patience.close();
                Optional<String> refused = guarded.flatMap(GuardedAddresses::refused);
                if (refused.isPresent()) {
                    throw faults.refused(refused.get());
                }
                throw known ? faults.connecting(result, patience) : faults.unknownHost();
            }
            LiveContainer opened = new LiveContainer(input, faults, timeout, container, patience, guarded);
            if (patience.isOver()) {
                // Some formats take a silent network for an input without streams.
                SourceException fault = faults.connecting(AVERROR_EXIT(), patience);
                opened.close();
                throw fault;
            }
            return opened;
        } finally {
            av_dict_free(options);
        }
    }

    private static boolean lookUp(LiveInput input, LiveFault faults, Duration timeout) throws SourceException {
        try {
            return input.host().isEmpty() || HostName.isKnown(input.host().get(), timeout);
        } catch (TimeoutException e) {
            throw faults.noName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw faults.interrupted();
        }
    }

    private static AVDictionary options(LiveInput input) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "fflags", "+nobuffer+nofillin+noparse", 0);
        av_dict_set(options, "probesize", Integer.toString(PROBE_BYTES), 0);
        av_dict_set(options, "max_streams", Integer.toString(MAX_STREAMS), 0);
        for (Map.Entry<String, String> option : input.options().entrySet()) {
            av_dict_set(options, option.getKey(), option.getValue(), 0);
        }
        // Last, so that no option of an input's kind can widen them.
        av_dict_set(options, "protocol_whitelist", input.protocols(), 0);
        av_dict_set(options, "format_whitelist", input.formats(), 0);
        return options;
    }

    /**
     * The next packet of the video stream, valid until the next call; empty where the input is over.
     *
     * @throws SourceException where none comes within the timeout, the connection is gone, or there is no video
     */
    Optional<AVPacket> read() throws SourceException {
        patience.reset(timeout);
        while (true) {
            av_packet_unref(packet);
            int result = av_read_frame(container, packet);
            if (result == AVERROR_EAGAIN() && !patience.isOver()) {
                // Of a device alone; networks are waited for in FFmpeg.
                LockSupport.parkNanos(DEVICE_REST.toNanos());
                continue;
            }
            if (result == AVERROR_EOF() && recorded() && !patience.isOver()) {
                return Optional.empty();
            }
            if (result < 0) {
                throw faults.reading(result, patience);
            }
            if (patience.interrupted()) {
                throw faults.interrupted();
            }
            AVStream stream = container.streams(packet.stream_index());
            if (isVideo(stream)) {
                starved = patience.isOver();
                return Optional.of(packet);
            }
            if (patience.isOver()) {
                throw video == null ? faults.noVideo(container.nb_streams()) : faults.reading(AVERROR_EXIT(), patience);
            }
        }
    }

    /** The first video stream that sends something is the one. */
    private boolean isVideo(AVStream stream) throws SourceException {
        if (video != null) {
            return stream.index() == video.index();
        }
        AVCodecParameters parameters = stream.codecpar();
        if (parameters.codec_type() != AVMEDIA_TYPE_VIDEO) {
            return false;
        }
        if (parameters.width() != 0 || parameters.height() != 0) {
            PictureSize.declared(faults.shown(), parameters.width(), parameters.height());
        }
        video = stream;
        for (int i = 0; i < container.nb_streams(); i++) {
            container.streams(i).discard(i == stream.index() ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
        }
        return true;
    }

    /** Whether the latest packet was all that was left of one when the wait for its end was given up. */
    boolean starved() {
        return starved;
    }

    /** Whether it is a recording, which told its length. */
    boolean recorded() {
        return end == LiveInput.End.OVER && container.duration() > 0;
    }

    /** After the first packet. */
    AVStream video() {
        return Ffmpeg.allocated(video);
    }

    /** When the sender says that this packet's picture was taken, µs since 1970 UTC, by its RTCP reports. */
    static OptionalLong sentAt(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, size);
            if (data == null || size.get() < Pointer.sizeof(AVProducerReferenceTime.class)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(new AVProducerReferenceTime(data).wallclock());
        }
    }

    static OptionalLong stamp(long ticks) {
        return ticks == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(ticks);
    }

    @Override
    public void close() {
        patience.resetForClosing(FAREWELL);
        av_packet_free(packet);
        avformat_close_input(container);
        guarded.ifPresent(GuardedAddresses::close);
        patience.close();
    }
}
