package pose.app.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Chooses the hardest frames, none of a camera closer to another in time than asked for: neighbours look alike, and one label
 * says it for all. Of each interval of that length, counted from 1970, the hardest frame competes; the hardest of all
 * cameras are taken first, and what is too close to one that was taken is left out. Memory is bounded by what is asked for,
 * however many frames there are.
 */
final class FrameChoice {

    /** Somebody taken is too close to at most two intervals' frames, so the rest is never needed. */
    private static final int COMPETING = 3;

    private final int most;
    private final long apartUs;
    private final Map<String, HardFrame> open = new HashMap<>();
    private final Map<String, TreeSet<Long>> taken = new HashMap<>();
    private final PriorityQueue<HardFrame> competing = new PriorityQueue<>(HardFrame.HARDEST_FIRST.reversed());

    /**
     * @param most frames to choose, at least 1
     * @param apartUs microseconds of capture time, 0 or more
     */
    FrameChoice(int most, long apartUs) {
        this.most = most;
        this.apartUs = apartUs;
    }

    /** Takes a frame as chosen that was so before; it does not count. */
    void keepApartFrom(String camera, long captureTimeUs) {
        taken.computeIfAbsent(camera, key -> new TreeSet<>()).add(captureTimeUs);
    }

    /** A further frame, after those of its camera that came before it. */
    void add(HardFrame frame) {
        String camera = frame.event().getCamera();
        HardFrame before = open.get(camera);
        if (before != null && interval(before) == interval(frame)) {
            if (HardFrame.HARDEST_FIRST.compare(frame, before) < 0) {
                open.put(camera, frame);
            }
            return;
        }
        if (before != null) {
            compete(before);
        }
        open.put(camera, frame);
    }

    /** Frames of no two intervals are the same where nothing has to be apart. */
    private long interval(HardFrame frame) {
        long time = frame.event().getCaptureTimeUs();
        return apartUs == 0 ? time : Math.floorDiv(time, apartUs);
    }

    private void compete(HardFrame frame) {
        if (isFree(frame)) {
            competing.add(frame);
            if (competing.size() > COMPETING * most) {
                competing.poll();
            }
        }
    }

    private boolean isFree(HardFrame frame) {
        TreeSet<Long> times = taken.get(frame.event().getCamera());
        long time = frame.event().getCaptureTimeUs();
        if (times == null) {
            return true;
        }
        Long before = times.floor(time);
        Long after = times.ceiling(time);
        return (before == null || isApart(before, time)) && (after == null || isApart(time, after));
    }

    private boolean isApart(long earlier, long later) {
        return later > earlier && later - earlier >= apartUs;
    }

    /** The chosen ones, the hardest first. Called once, at the end. */
    List<HardFrame> chosen() {
        open.values().forEach(this::compete);
        List<HardFrame> ranked = new ArrayList<>(competing);
        ranked.sort(HardFrame.HARDEST_FIRST);
        List<HardFrame> chosen = new ArrayList<>();
        for (HardFrame frame : ranked) {
            if (chosen.size() < most && isFree(frame)) {
                keepApartFrom(frame.event().getCamera(), frame.event().getCaptureTimeUs());
                chosen.add(frame);
            }
        }
        return chosen;
    }
}
