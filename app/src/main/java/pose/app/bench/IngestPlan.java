package pose.app.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import pose.ingest.SourceOptions;

/**
 * What {@code pose bench ingest} measures.
 *
 * @param clip the video; empty renders one
 * @param ffmpeg the command to measure against
 * @param width of the frames in pixels, 16 to 8192; empty keeps the clip's
 * @param quality of the JPEGs, 1 to 100
 * @param renderedSeconds of the clip that is rendered, at least 1
 * @param turns of each side, at least 1
 */
public record IngestPlan(
        Optional<Path> clip, Path ffmpeg, OptionalInt width, int quality, int renderedSeconds, int turns) {

    /** @throws IllegalArgumentException naming width or quality, its value and what is allowed */
    public IngestPlan {
        optionsOf(width, quality);
    }

    SourceOptions options() {
        return optionsOf(width, quality);
    }

    private static SourceOptions optionsOf(OptionalInt width, int quality) {
        SourceOptions options = SourceOptions.defaults().withQuality(quality);
        return width.isPresent() ? options.withWidth(width.getAsInt()) : options;
    }
}
