package pose.stream;

/** What became of one frame. */
public sealed interface FrameResult permits Inferred, Located, Poison, TooOld {}
