package pose.stream;

/**
 * A frame that cannot be looked at, now or ever: it belongs among the dead letters.
 *
 * @param reason one line
 */
public record Poison(String reason) implements FrameResult {}
