package pose.track;

import java.util.List;
import java.util.OptionalLong;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * Someone who is followed.
 *
 * @param id 1, 2, 3 …; 0 for someone seen once, who has no number yet
 * @param motion at {@code lastSeenUs}
 * @param box where last seen
 * @param lastSeenUs when last seen, capture time
 * @param missed frames since last seen, counted to 1000
 * @param lost whether it was told that nobody sees this one
 * @param pose at {@code lastSeenUs}
 * @param liveliness at {@code lastSeenUs}
 * @param memory of who they are
 */
record Track(
        long id,
        Motion motion,
        Box box,
        long lastSeenUs,
        int missed,
        boolean lost,
        SteadyPose pose,
        Liveliness liveliness,
        Memory memory) {

    /** Someone seen once is forgotten when not seen in this many frames in a row. */
    private static final int FRAMES_TO_CONFIRM = 2;

    /** Unseen for fewer frames than this, or for less time than this, one is about where one is expected. */
    private static final int FRAMES_NEAR = 15;

    private static final long NEAR_US = 600_000;

    /** After more frames than this nothing of the pose from before counts. */
    private static final int FRAMES_BRIDGED = 1;

    /** Whoever is not seen for so many frames may be another when seen again. */
    private static final int FRAMES_AWAY = 3;

    private static final int MOST_MISSED = 1000;

    static Track first(SeenPerson person, long captureTimeUs) {
        SteadyPose pose = SteadyPose.first(person.keypoints());
        return new Track(
                0,
                Motion.first(person),
                onGrid(person.box()),
                captureTimeUs,
                0,
                false,
                pose,
                Liveliness.first(pose),
                Memory.since(captureTimeUs).seen(person, captureTimeUs));
    }

    /** In single precision, as it is written down: a track is the same before and after. */
    private static Box onGrid(Box box) {
        return new Box((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
    }

    /**
     * Whether this one's next sighting may be told by itself. Who is unseen for longer could be nearly anywhere, and would
     * go with every false sighting: such a one is found at the second sighting of somebody new.
     */
    boolean near(long captureTimeUs) {
        return missed < FRAMES_NEAR || captureTimeUs - lastSeenUs <= NEAR_US;
    }

    /** This one, found again as somebody whom one took for new. */
    Track foundAs(Track met) {
        return new Track(
                id,
                met.motion,
                met.box,
                met.lastSeenUs,
                0,
                false,
                met.pose,
                liveliness.seen(met.pose, secondsUntil(met.lastSeenUs), met.motion.extent()),
                memory.seenAgain(met.memory.sinceUs()).metAs(met.memory));
    }

    /**
     * Where this one is, but somebody else's number and looks: both were taken for each other.
     *
     * @param toldLost whether it was told that nobody sees the other
     */
    Track as(Track other, boolean toldLost) {
        return of(other.id, toldLost, memory.as(other.memory, lastSeenUs));
    }

    /** The same place and motion, of nobody in particular. */
    Track anonymous() {
        return of(0, false, Memory.since(lastSeenUs));
    }

    /** What is followed here, of whom else it may be. */
    private Track of(long whose, boolean toldLost, Memory whom) {
        return new Track(whose, motion, box, lastSeenUs, missed, toldLost, pose, liveliness, whom);
    }

    boolean numbered() {
        return id > 0;
    }

    OptionalLong number() {
        return numbered() ? OptionalLong.of(id) : OptionalLong.empty();
    }

    Track numbered(long number) {
        return of(number, lost, memory);
    }

    Track seen(Expected expected, SeenPerson person, long captureTimeUs, Steadiness steadiness) {
        double seconds = secondsUntil(captureTimeUs);
        Motion moved = expected.motion().seen(person);
        SteadyPose steady = missed > FRAMES_BRIDGED
                ? SteadyPose.first(person.keypoints())
                : pose.seen(person.keypoints(), seconds, moved.extent(), steadiness);
        return new Track(
                id,
                moved,
                onGrid(person.box()),
                Math.max(lastSeenUs, captureTimeUs),
                0,
                false,
                steady,
                liveliness.seen(steady, seconds, moved.extent()),
                (missed < FRAMES_AWAY ? memory : memory.seenAgain(captureTimeUs)).seen(person, captureTimeUs));
    }

    Track unseen(boolean toldLost) {
        return new Track(
                id, motion, box, lastSeenUs, Math.min(MOST_MISSED, missed + 1), toldLost, pose, liveliness, memory);
    }

    /** Whether this one is not worth remembering: a sighting that nothing came of. */
    boolean wasNobody() {
        return !numbered() && missed >= FRAMES_TO_CONFIRM;
    }

    /** Time never runs backwards in a filter. */
    double secondsUntil(long captureTimeUs) {
        return Math.max(0, captureTimeUs - lastSeenUs) / 1e6;
    }

    Expected at(double seconds, double width, double height) {
        Motion expected = motion.after(seconds).within(width, height);
        Point now = motion.centre();
        Point then = expected.centre();
        return new Expected(expected, pose.moved(then.x() - now.x(), then.y() - now.y()), Math.abs(seconds), memory);
    }

    Track scaled(double factor) {
        return new Track(
                id,
                motion.scaled(factor),
                onGrid(Motion.scaled(box, factor)),
                lastSeenUs,
                missed,
                lost,
                pose.scaled(factor),
                liveliness.scaled(factor),
                memory);
    }

    /**
     * What one expects of someone not seen for a while.
     *
     * @param motion where
     * @param pose in the shape of last time
     * @param unseenSeconds at least 0
     * @param memory of who they are
     */
    record Expected(Motion motion, List<pose.skeleton.Keypoint> pose, double unseenSeconds, Memory memory) {}
}
