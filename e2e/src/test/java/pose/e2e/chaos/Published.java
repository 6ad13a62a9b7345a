package pose.e2e.chaos;

import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What was published and acknowledged.
 *
 * @param frames how many of each camera, numbered from 0 without a hole
 * @param load which of them cannot be decoded
 */
public record Published(Map<String, Long> frames, Load load) {

    public Published {
        frames = Map.copyOf(frames);
    }

    public long total() {
        return frames.values().stream().mapToLong(Long::longValue).sum();
    }

    Stream<FrameId> ids() {
        return frames.entrySet().stream()
                .flatMap(camera ->
                        LongStream.range(0, camera.getValue()).mapToObj(n -> new FrameId(camera.getKey(), n)));
    }

    boolean contains(FrameId frame) {
        return frame.sequence() >= 0 && frame.sequence() < frames.getOrDefault(frame.camera(), 0L);
    }

    /** What a frame may be answered by. */
    boolean allows(FrameId frame, Answer.Kind answer) {
        return load.brokenEvery() == Load.UNTOLD
                || answer == (load.isBroken(frame) ? Answer.Kind.DEAD_LETTER : Answer.Kind.POSE);
    }
}
