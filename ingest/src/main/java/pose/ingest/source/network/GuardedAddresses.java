package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext.Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a session's guard before FFmpeg opens anything that its input leads to: a playlist's segments and keys. */
final class GuardedAddresses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedAddresses.class);

    /** As with {@link Patience}: one callback for all, told apart by the container's address. */
    private static final ConcurrentMap<Long, GuardedAddresses> SESSIONS = new ConcurrentHashMap<>();

    private static final Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer OPEN =
            new Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer() {
                @Override
                @SuppressWarnings("rawtypes") // as it is declared there
                public int call(
                        AVFormatContext container,
                        PointerPointer io,
                        BytePointer url,
                        int flags,
                        PointerPointer options) {
                    GuardedAddresses session = SESSIONS.get(container.address());
                    return session == null
                            ? AVERROR_HTTP_FORBIDDEN()
                            : session.open(container, io, url, flags, options);
                }
            };

    private final long number;
    private final AddressGuard guard;
    private final String shown;
    private final Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer usual;
    private @Nullable String refused;

    private GuardedAddresses(AVFormatContext container, LiveInput input, AddressGuard guard) {
        this.number = container.address();
        this.guard = guard;
        this.shown = input.shown();
        this.usual = container.io_open();
    }

    static Optional<GuardedAddresses> of(AVFormatContext container, LiveInput input) {
        return input.guard().map(guard -> {
            GuardedAddresses guarded = new GuardedAddresses(container, input, guard);
            SESSIONS.put(guarded.number, guarded);
            container.io_open(OPEN);
            return guarded;
        });
    }

    private int open(
            AVFormatContext container, PointerPointer<?> io, BytePointer url, int flags, PointerPointer<?> options) {
        Optional<String> refusal = guard.refusal(url.getString());
        if (refusal.isPresent()) {
            if (refused == null) {
                refused = refusal.get();
                LOG.warn("{}: {}", shown, refused);
            }
            return AVERROR_HTTP_FORBIDDEN();
        }
        return usual.call(container, io, url, flags, options);
    }

    /** What was refused first. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    @Override
    public void close() {
        SESSIONS.remove(number);
    }
}
