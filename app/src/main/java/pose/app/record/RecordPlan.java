package pose.app.record;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a recording is to be.
 *
 * @param out the clip, mp4
 * @param poses what is known of its pictures, a line each
 * @param draw whether people are drawn into the pictures
 */
public record RecordPlan(Path out, Optional<Path> poses, boolean draw) {}
