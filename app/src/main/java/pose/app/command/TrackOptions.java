package pose.app.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.track.TrackSettings;

/** How people are followed from frame to frame. */
final class TrackOptions {

    @Option(
            names = "--track-ttl",
            paramLabel = "MS",
            description =
                    "For how long someone who is out of sight keeps the track, by the frames' capture times, 1 to "
                            + "60000 ms (default: 2000); four times that for whoever is well known by their looks.")
    private @Nullable Integer ttl;

    @Option(
            names = "--no-tracks",
            description = "Say nothing of who is who from frame to frame: no tracks, no smoothed keypoints, nothing on "
                    + "topic pose.tracks.v1.")
    private boolean off;

    /**
     * What these options say; empty where nobody is to be followed.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    Optional<TrackSettings> settings() {
        if (off && ttl != null) {
            throw new IllegalArgumentException("--track-ttl is of no use with --no-tracks");
        }
        if (ttl != null && (ttl < 1 || ttl > 60_000)) {
            throw new IllegalArgumentException("--track-ttl is " + ttl + "; it must be from 1 to 60000 ms");
        }
        TrackSettings settings = TrackSettings.defaults();
        return off ? Optional.empty() : Optional.of(ttl == null ? settings : settings.withTtl(Duration.ofMillis(ttl)));
    }
}
