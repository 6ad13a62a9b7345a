package pose.ingest;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a source before its first frame.
 *
 * @param width of its frames, pixels; a recording may change it on the way
 * @param height of its frames, pixels
 * @param fps frames a second, where it is known
 * @param frames how many frames there will be, where the source says so; a hint for a progress line, no promise
 * @param largestFrameBytes the size of a JPEG of hard noise at this size and quality: more than a camera's picture takes
 */
public record SourceFormat(int width, int height, OptionalDouble fps, OptionalLong frames, int largestFrameBytes) {}
