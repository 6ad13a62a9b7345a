package pose.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import pose.app.UserMistake;
import pose.athlete.AthleteScene;
import pose.athlete.SceneOptions;
import pose.ingest.recording.VideoWriter;

/** A video made for a measurement: athletes rendered once, encoded once, and as long as wanted by being repeated. */
final class BenchClip {

    private BenchClip() {}

    /**
     * Writes one as mp4 (H.264 where the encoder is there).
     *
     * @param repeats how often the rendered seconds are shown
     */
    static Path render(Path folder, SceneOptions options, int repeats, FfmpegRun.Tool ffmpeg, Waiting waiting) {
        Path once = folder.resolve("rendered.mp4");
        AthleteScene scene = new AthleteScene(options);
        try (VideoWriter writer = new VideoWriter(once, options.width(), options.height(), options.fps())) {
            for (long i = 0; i < scene.frames(); i++) {
                waiting.check();
                writer.write(scene.render(i).image(), Math.round(i * 1e6 / options.fps()));
            }
        } catch (IOException e) {
            throw new UserMistake("no clip can be rendered: " + e.getMessage(), e);
        }
        if (repeats == 1) {
            return once;
        }
        Path clip = folder.resolve("clip.mp4");
        ffmpeg.run(
                List.of(
                        "-v",
                        "error",
                        "-stream_loop",
                        Integer.toString(repeats - 1),
                        "-i",
                        once.toString(),
                        "-c",
                        "copy",
                        clip.toString()),
                waiting);
        return clip;
    }

    static String describe(SceneOptions options, int repeats) {
        return String.format(
                Locale.ROOT,
                "%d×%d, %.0f frames/s, %.0f s%s",
                options.width(),
                options.height(),
                options.fps(),
                options.seconds() * repeats,
                repeats == 1 ? "" : " (" + repeats + " times the same " + Math.round(options.seconds()) + ")");
    }
}
