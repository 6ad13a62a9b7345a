package pose.stream;

import java.util.List;
import java.util.function.Function;

/**
 * What finds people in batches of frames: a {@link BatchInference} that answers each frame with where people are
 * ({@link Located}), or with why it cannot be looked at ({@link Poison}), and with nothing else.
 */
public interface PersonFinding extends BatchInference {

    /** One that looks at a whole batch at once and needs no preparation. */
    static PersonFinding of(Function<List<FrameRequest>, List<FrameResult>> look) {
        return room -> BatchInference.of(look).open(room);
    }
}
