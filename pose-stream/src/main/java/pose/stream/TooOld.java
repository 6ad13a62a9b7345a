package pose.stream;

import java.time.Duration;

/**
 * A live frame that nobody needs any more: it was not looked at, and a gap says so.
 *
 * @param age since its capture
 */
public record TooOld(Duration age) implements FrameResult {}
