package pose.app.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Gap;

/**
 * What a camera's gaps say of its pictures: which are missing between one and the next, and why one that is there was not
 * looked at. What is missing before the first picture or after the last is no part of a recording.
 */
final class MissingFrames {

    private final Deque<Gap> gaps;
    private @Nullable Gap covering;
    private boolean begun;

    /** @param gaps of one camera, in any order */
    MissingFrames(Collection<Gap> gaps) {
        this.gaps = new ArrayDeque<>(gaps.stream()
                .sorted(Comparator.comparingLong(Gap::getEpoch).thenComparingLong(Gap::getFirstSequence))
                .toList());
    }

    /** The gaps between the picture before and this one. */
    List<Gap> before(Frame frame) {
        List<Gap> between = new ArrayList<>();
        covering = covering != null && covers(covering, frame) ? covering : null;
        for (Gap gap = gaps.peek(); gap != null && isReached(gap, frame); gap = gaps.peek()) {
            gaps.remove();
            if (covers(gap, frame)) {
                covering = gap;
            } else {
                between.add(gap);
            }
        }
        List<Gap> told = begun ? between : List.of();
        begun = true;
        return told;
    }

    /** Of the frame that was last asked for: the gap that it is in though its picture is there. */
    Optional<Gap> covering() {
        return Optional.ofNullable(covering);
    }

    private static boolean isReached(Gap gap, Frame frame) {
        return gap.getEpoch() < frame.getEpoch()
                || (gap.getEpoch() == frame.getEpoch() && gap.getFirstSequence() <= frame.getSequence());
    }

    private static boolean covers(Gap gap, Frame frame) {
        long into = frame.getSequence() - gap.getFirstSequence();
        return gap.getEpoch() == frame.getEpoch() && into >= 0 && into < gap.getCount();
    }
}
