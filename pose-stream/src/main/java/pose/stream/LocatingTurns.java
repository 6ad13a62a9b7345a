package pose.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;

/**
 * In which frames people are located, and where they are in those between. People are located in the first frame seen of each
 * so many; the frames after it wait for it, and people are then where their motion has brought them. All of that follows from
 * which frames there are and what was found in them, not from when. Knows no threads: its owner lets in one at a time.
 */
final class LocatingTurns {

    /** One camera more, and the one that was heard of longest ago begins anew with its next frame. */
    private static final int MOST_CAMERAS = 10_000;

    private final int every;
    /** Each camera's last. */
    private final LinkedHashMap<String, Turn> cameras = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Turn> eldest) {
            return size() > MOST_CAMERAS;
        }
    };

    /** Those that are being located. */
    private final Map<PendingFrame, Turn> running = new HashMap<>();

    /** @param every so many frames are a turn, at least 1 */
    LocatingTurns(int every) {
        this.every = every;
    }

    /** A frame of which it is known where its people are. */
    record Followed(PendingFrame frame, Located located) {}

    /** A frame that is located, and those that wait for it. */
    private static final class Turn {
        private final long epoch;
        private final long number;
        private final long captureMicros;
        private final ArrayDeque<PendingFrame> followers = new ArrayDeque<>();
        private @Nullable Turn before;
        private @Nullable Turn after;
        private @Nullable Located located;
        private @Nullable Drift drift;
        private long lastSequence;

        private Turn(Frame frame, long number, @Nullable Turn before) {
            this.epoch = frame.getEpoch();
            this.number = number;
            this.captureMicros = frame.getCaptureTimeUs();
            this.lastSequence = frame.getSequence();
            this.before = before;
            if (before != null) {
                before.after = this;
            }
        }

        /** Whether a frame comes after those of this turn, in the same run of its camera. */
        private boolean isFollowedBy(Frame frame) {
            return frame.getEpoch() == epoch && frame.getSequence() > lastSequence;
        }
    }

    /** What is to be done with a frame. */
    sealed interface Step {

        /** People are to be located in it. */
        record Locate() implements Step {}

        /** It waits for one that is being located. */
        record Wait() implements Step {}

        /** It is known where its people are. */
        record Follow(Located located) implements Step {}
    }

    private static final Step LOCATE = new Step.Locate();
    private static final Step WAIT = new Step.Wait();

    /** Takes a frame in, the oldest of a camera first. */
    Step take(PendingFrame pending) {
        if (every == 1) {
            return LOCATE;
        }
        Frame frame = pending.frame();
        long number = frame.getSequence() / every;
        Turn last = cameras.get(frame.getCamera());
        boolean goesOn = last != null && last.isFollowedBy(frame);
        if (last == null || !goesOn || last.number != number) {
            begin(pending, number, goesOn ? last : null);
            return LOCATE;
        }
        last.lastSequence = frame.getSequence();
        if (last.drift != null) {
            return new Step.Follow(last.drift.at(frame.getCaptureTimeUs()));
        }
        last.followers.add(pending);
        return WAIT;
    }

    private void begin(PendingFrame pending, long number, @Nullable Turn before) {
        Turn turn = new Turn(pending.frame(), number, before);
        cameras.put(pending.frame().getCamera(), turn);
        running.put(pending, turn);
    }

    /** People were located in a frame; returns those that waited for it. */
    List<Followed> located(PendingFrame frame, Located located) {
        List<Followed> followed = new ArrayList<>();
        Turn turn = running.remove(frame);
        if (turn != null) {
            turn.located = located;
            settle(turn, followed);
        }
        return followed;
    }

    /** Batches on several devices may come back in any order; where somebody came from is known once both are there. */
    private static void settle(Turn first, List<Followed> followed) {
        for (Turn turn = first; turn != null; turn = turn.after) {
            Located located = turn.located;
            Turn before = turn.before;
            Drift from = before == null ? null : before.drift;
            if (located == null || (before != null && from == null)) {
                return;
            }
            Drift drift =
                    from == null ? Drift.resting(located, turn.captureMicros) : from.next(located, turn.captureMicros);
            turn.drift = drift;
            turn.before = null;
            turn.followers.forEach(
                    f -> followed.add(new Followed(f, drift.at(f.frame().getCaptureTimeUs()))));
            turn.followers.clear();
        }
    }

    /**
     * A frame has its answer, and people were not located in it, or nobody waits for it any more.
     *
     * @param followed takes those that need wait no longer
     * @return the one in which people are to be located instead
     */
    Optional<PendingFrame> lost(PendingFrame frame, List<Followed> followed) {
        Turn turn = running.remove(frame);
        if (turn == null) {
            return Optional.empty();
        }
        turn.followers.removeIf(follower -> follower.result().isDone());
        PendingFrame heir = turn.followers.poll();
        String camera = frame.frame().getCamera();
        boolean last = cameras.get(camera) == turn;
        if (heir == null) {
            if (last && turn.before != null) {
                cameras.put(camera, turn.before);
            } else if (last) {
                cameras.remove(camera);
            }
            join(turn.before, turn.after);
            if (turn.after != null) {
                settle(turn.after, followed);
            }
            return Optional.empty();
        }
        Turn next = new Turn(heir.frame(), turn.number, turn.before);
        next.lastSequence = turn.lastSequence;
        next.followers.addAll(turn.followers);
        join(next, turn.after);
        running.put(heir, next);
        if (last) {
            cameras.put(camera, next);
        }
        return Optional.of(heir);
    }

    private static void join(@Nullable Turn before, @Nullable Turn after) {
        if (before != null) {
            before.after = after;
        }
        if (after != null) {
            after.before = before;
        }
    }

    /** The frames that wait for one that is being located. */
    List<PendingFrame> waiting() {
        return running.values().stream()
                .flatMap(turn -> turn.followers.stream())
                .toList();
    }
}
