package pose.stream;

import java.time.Duration;

/**
 * Where the time of one batch went.
 *
 * @param frames in it
 * @param people seen in them
 * @param queued how long its oldest frame waited until the batch was closed
 * @param prepared how long the engine then waited for the last of its pictures to be decoded and cropped
 * @param inferred the engine alone
 */
public record BatchTimes(int frames, int people, Duration queued, Duration prepared, Duration inferred) {}
