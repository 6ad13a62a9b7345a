package pose.ingest.source.network;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DEMUXER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PROTOCOL_NOT_FOUND;

import java.time.Duration;
import java.util.Locale;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.source.picture.Ffmpeg;

/** What went wrong with a live source, in words for people, by its shown name alone. */
final class LiveFault {

    private final String shown;
    private final Duration timeout;

    LiveFault(String shown, Duration timeout) {
        this.shown = shown;
        this.timeout = timeout;
    }

    String shown() {
        return shown;
    }

    /** By an error of FFmpeg's while connecting. */
    SourceException connecting(int error, Patience patience) {
        if (gaveUp(error, patience)) {
            return patience.interrupted() ? interrupted() : stalled("does not answer");
        }
        if (error == AVERROR_HTTP_UNAUTHORIZED() || error == AVERROR_HTTP_FORBIDDEN()) {
            return new SourceException(shown + " refuses this user and password");
        }
        if (error == AVERROR_HTTP_NOT_FOUND()) {
            return new SourceException(
                    Fault.LOST, shown + " is not there (404): the server answers, but has no such stream");
        }
        if (error == AVERROR_DEMUXER_NOT_FOUND() || error == AVERROR_PROTOCOL_NOT_FOUND()) {
            return new SourceException(
                    shown + " is of a kind that is not allowed here, or that this build of FFmpeg lacks");
        }
        if (error == AVERROR_INVALIDDATA()) {
            return new SourceException(Fault.LOST, shown + " sends what cannot be read as video");
        }
        if (error == AVERROR_EOF()) {
            return new SourceException(Fault.LOST, shown + " closed the connection");
        }
        return new SourceException(Fault.LOST, shown + " cannot be reached: " + words(error));
    }

    SourceException unknownHost() {
        return new SourceException(Fault.LOST, shown + " cannot be reached: nobody knows a host of that name");
    }

    /** Nobody answered what the host's address is. */
    SourceException noName() {
        return stalled("cannot be looked up: no name server answers");
    }

    /** By an error of FFmpeg's while reading. */
    SourceException reading(int error, Patience patience) {
        if (gaveUp(error, patience)) {
            return patience.interrupted() ? interrupted() : silent();
        }
        if (error == AVERROR_EOF()) {
            return new SourceException(Fault.LOST, shown + " ended");
        }
        return new SourceException(Fault.LOST, shown + " broke off: " + words(error));
    }

    /** Some formats answer another error where they were told to give up. */
    private static boolean gaveUp(int error, Patience patience) {
        return error == AVERROR_EXIT() || patience.isOver();
    }

    SourceException silent() {
        return stalled("sends nothing");
    }

    SourceException noPicture(long packets) {
        String came = packets == 1 ? "1 packet" : packets + " packets";
        return stalled(
                "gave no whole picture",
                "; " + came + " came; a camera whose key pictures are further apart needs a longer timeout");
    }

    SourceException frozen() {
        return stalled("sends pictures whose time stamps stand still");
    }

    SourceException noVideo(int streams) {
        return new SourceException(shown + " has no video stream (it has " + streams
                + (streams == 1 ? " stream" : " streams") + " of other kinds)");
    }

    /** By the guard of what the input leads to. */
    SourceException refused(String why) {
        return new SourceException(shown + ": " + why);
    }

    SourceException interrupted() {
        return new SourceException(Fault.LOST, shown + ": reading was interrupted");
    }

    private SourceException stalled(String what) {
        return stalled(what, "");
    }

    private SourceException stalled(String what, String more) {
        String waited = String.format(Locale.ROOT, "%.1f", timeout.toMillis() / 1000.0);
        return new SourceException(Fault.STALLED, shown + " " + what + " (waited " + waited + " s" + more + ")");
    }

    private static String words(int error) {
        String words = Ffmpeg.describe(error);
        return words.isEmpty() ? "error " + error : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
