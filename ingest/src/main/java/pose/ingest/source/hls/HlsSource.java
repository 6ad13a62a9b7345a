package pose.ingest.source.hls;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;
import pose.ingest.source.network.NetworkUrl;

/**
 * HTTP live streaming (RFC 8216): a playlist of segments, live or complete. A complete one is played at its own pace and ends;
 * a live one begins with its last segment.
 *
 * <p>A playlist can name any address. It cannot read files, and what it leads to is fetched through a {@link Gate} that lets
 * nothing internal through but the very host and port that were configured, unless {@link NetworkOptions#allowInternal}. What
 * remains: a host of the internet that relays to internal ones, and the configured host itself, which is trusted with what it
 * answers. FFmpeg checks no certificate. A proxy of the environment is used only where internal addresses are allowed.
 */
public final class HlsSource {

    /** A live playlist delivers a whole segment at a time (6 s by Apple's recommendation): between two there is silence. */
    private static final Duration BETWEEN_SEGMENTS = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:crypto[+:])?([a-z][a-z0-9.+-]*)[:,].*", Pattern.DOTALL);

    private HlsSource() {}

    /**
     * Fetches a playlist and its first pictures. Each network read takes no longer than {@link SourceOptions#timeout}; that and
     * 10 s may pass without a new segment.
     *
     * @param url {@code http://….m3u8} or {@code https://….m3u8}
     * @throws SourceException where it cannot be had, gives no picture, or leads to what is not allowed
     */
    public static FrameSource open(NetworkUrl url, SourceOptions options, Clock clock) throws SourceException {
        return open(url, options, clock, BETWEEN_SEGMENTS, System.getenv());
    }

    static FrameSource open(
            NetworkUrl url,
            SourceOptions options,
            Clock clock,
            Duration betweenSegments,
            Map<String, String> environment)
            throws SourceException {
        SourceOptions patient = options.with(patient(options.network(), betweenSegments));
        if (options.network().allowInternal()) {
            return played(LiveSession.open(input(url, options, null), patient, clock));
        }
        if (!environment.getOrDefault("no_proxy", "").isBlank()) {
            throw new SourceException(url.shown() + " cannot be kept from internal addresses while the environment has"
                    + " no_proxy, which FFmpeg obeys; unset it, or allow internal addresses");
        }
        Gate gate = Gate.open(url, options.timeout());
        try {
            return new Gated(played(LiveSession.open(input(url, options, gate), patient, clock)), gate);
        } catch (SourceException e) {
            gate.close();
            throw gate.explained(e);
        } catch (RuntimeException | Error e) {
            gate.close();
            throw e;
        }
    }

    private static FrameSource played(LiveSession session) {
        return session.recorded() ? new Played(session) : session;
    }

    private static LiveInput input(NetworkUrl url, SourceOptions options, @Nullable Gate gate) {
        LiveInput input = LiveInput.of(url, "hls", "http,https,tcp,tls,crypto,httpproxy")
                .withFormats("hls,mpegts,mov,mp4,m4a,3gp,3g2,mj2,aac,mp3,ac3,eac3,webvtt")
                .withOption("live_start_index", "-1")
                .withOption("http_persistent", "0")
                .withOption("http_multiple", "0")
                .withOption("rw_timeout", Long.toString(options.timeout().toNanos() / 1000))
                .guardedBy(HlsSource::refusal)
                .thatMayEnd();
        return gate == null ? input : input.withOption("http_proxy", gate.url());
    }

    /** Only what is fetched by HTTP, encrypted or not, is fetched at all. */
    private static Optional<String> refusal(String url) {
        Matcher scheme = SCHEME.matcher(url);
        String name = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
        return name.equals("http") || name.equals("https")
                ? Optional.empty()
                : Optional.of("the playlist leads to '" + name + ":'; allowed: http and https");
    }

    private static NetworkOptions patient(NetworkOptions network, Duration betweenSegments) {
        Duration longer = network.timeout().plus(betweenSegments);
        return network.withTimeout(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
    }
}
