package pose.ingest.source.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What FFmpeg is to open, and how.
 *
 * @param url as FFmpeg takes it, with the password: never logged, thrown or printed, {@link #toString()} included
 * @param shown its name for people, without a secret
 * @param secrets what of it must not be seen in FFmpeg's log
 * @param host whose name is looked up before it is opened
 * @param format the input format's name, forced; empty lets FFmpeg find out among {@code formats}
 * @param protocols which protocols may be spoken, comma-separated: whatever the input leads to
 * @param formats which input formats may be read, comma-separated
 * @param options FFmpeg's own, for the format and its protocol
 * @param packets what a packet of the input holds
 * @param end what it means that there are no more packets
 * @param guard asked before anything that the input leads to is opened
 */
public record LiveInput(
        String url,
        String shown,
        List<String> secrets,
        Optional<String> host,
        Optional<String> format,
        String protocols,
        String formats,
        Map<String, String> options,
        Packets packets,
        End end,
        Optional<AddressGuard> guard) {

    /** What a packet of an input holds. */
    public enum Packets {
        /** Whole pictures: they go to the decoder at once. */
        WHOLE,
        /** Parts of pictures with its stamp each: a picture's end is known by the next one's beginning. */
        PARTS
    }

    /** What it means that an input has no more packets. */
    public enum End {
        /** The camera is gone. */
        LOST,
        /** Where it told its length at the beginning, it is a recording that is over; otherwise as {@link #LOST}. */
        OVER
    }

    public LiveInput {
        options = Map.copyOf(options);
        secrets = List.copyOf(secrets);
    }

    /** An input of one forced format that leads nowhere else, whose packets are whole pictures. */
    public static LiveInput of(NetworkUrl url, String format, String protocols) {
        return of(url.secret(), url.shown(), format, protocols).at(url.host(), url.secrets());
    }

    /** The same of what is no URL: a device, say. */
    public static LiveInput of(String url, String shown, String format, String protocols) {
        return new LiveInput(
                url,
                shown,
                List.of(),
                Optional.empty(),
                Optional.of(format),
                protocols,
                format,
                Map.of(),
                Packets.WHOLE,
                End.LOST,
                Optional.empty());
    }

    private LiveInput at(String place, List<String> words) {
        return new LiveInput(
                url, shown, words, Optional.of(place), format, protocols, formats, options, packets, end, guard);
    }

    public LiveInput withOption(String name, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(name, value);
        return new LiveInput(url, shown, secrets, host, format, protocols, formats, more, packets, end, guard);
    }

    public LiveInput withFormats(String allowed) {
        return new LiveInput(url, shown, secrets, host, format, protocols, allowed, options, packets, end, guard);
    }

    public LiveInput inParts() {
        return new LiveInput(url, shown, secrets, host, format, protocols, formats, options, Packets.PARTS, end, guard);
    }

    public LiveInput thatMayEnd() {
        return new LiveInput(url, shown, secrets, host, format, protocols, formats, options, packets, End.OVER, guard);
    }

    public LiveInput guardedBy(AddressGuard keeper) {
        return new LiveInput(
                url, shown, secrets, host, format, protocols, formats, options, packets, end, Optional.of(keeper));
    }

    @Override
    public String toString() {
        return shown;
    }
}
