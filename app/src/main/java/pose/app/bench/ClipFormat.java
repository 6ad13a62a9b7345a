package pose.app.bench;

import java.nio.file.Path;
import java.time.Clock;
import pose.app.UserMistake;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/**
 * A clip's pictures before and after they are scaled, in pixels.
 *
 * @param width of the frames
 * @param height of the frames
 */
record ClipFormat(int clipWidth, int clipHeight, int width, int height) {

    static ClipFormat of(Path clip, SourceOptions options) {
        try (FrameSource plain = FrameSources.open(clip.toString(), SourceOptions.defaults(), Clock.systemUTC());
                FrameSource scaled = FrameSources.open(clip.toString(), options, Clock.systemUTC())) {
            return new ClipFormat(
                    plain.format().width(),
                    plain.format().height(),
                    scaled.format().width(),
                    scaled.format().height());
        } catch (SourceException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    boolean smaller() {
        return width < clipWidth || height < clipHeight;
    }
}
