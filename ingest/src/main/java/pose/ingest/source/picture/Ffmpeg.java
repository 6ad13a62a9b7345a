package pose.ingest.source.picture;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every user of the FFmpeg libraries needs: their log kept off standard error, and their error codes as words. */
public final class Ffmpeg {

    private static final Logger LOG = LoggerFactory.getLogger("pose.ffmpeg");

    /** Held for good: the native side keeps no reference that the collector sees. */
    private static final LogCallback TO_SLF4J = new LogCallback() {
        @Override
        public void call(int level, BytePointer message) {
            if (LOG.isDebugEnabled()) {
                LOG.debug("{}", Secrets.hidden(message.getString().strip()));
            }
        }
    };

    /** The largest picture that is allowed, in the widest pixels there are (8 bytes), with its padding. */
    static final long LARGEST_ALLOCATION = 8L * PictureSize.MAX_SIDE * PictureSize.MAX_SIDE + (1 << 20);

    static {
        // A camera that announces a packet of gigabytes is refused, instead of being given the memory for it.
        av_max_alloc(LARGEST_ALLOCATION);
        av_log_set_level(AV_LOG_WARNING);
        setLogCallback(TO_SLF4J);
    }

    private Ffmpeg() {}

    /**
     * Loads the libraries, bounds what they allocate at a time, and routes their log to slf4j, at debug: what matters to the
     * user comes as an exception.
     */
    public static void load() {
        // The static initialiser does it, once.
    }

    /** FFmpeg's own words for one of its negative error codes. */
    public static String describe(int error) {
        byte[] text = new byte[256];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** A native pointer that FFmpeg answered, or an out-of-memory error where it answered none. */
    public static <T> T allocated(@org.jspecify.annotations.Nullable T pointer) {
        if (pointer == null) {
            throw new OutOfMemoryError("FFmpeg could not allocate");
        }
        return pointer;
    }
}
