package pose.track;

/**
 * What is remembered of somebody's looks.
 *
 * @param lasting the mean of the last seconds in which nobody was in front of them: whom the number stands for
 * @param recent the mean of the last few such sightings: who is followed
 */
record Memory(Looks lasting, Looks recent) {

    static final Memory NONE = new Memory(Looks.UNKNOWN, Looks.UNKNOWN);

    /** Sightings that the means go back over. */
    private static final double LASTING = 200;

    private static final double RECENT = 6;

    /** Share of the regions that must be seen to know somebody by. */
    private static final double SHOWN = 0.5;

    /** Sightings after which somebody is known. */
    private static final double KNOWN = 5;

    /** What speaks against somebody at most who looks the same. */
    private static final double ALIKE = 4;

    Memory seen(SeenPerson person) {
        return person.looks()
                .map(looks -> new Memory(lasting.with(looks, LASTING), recent.with(looks, RECENT)))
                .orElse(this);
    }

    /** Whom this number stands for, who was met again as somebody seen lately. */
    Memory metAs(Memory met) {
        return new Memory(lasting, met.recent);
    }

    /** Whether a sighting shows enough of somebody to know them by it, and they are known. */
    boolean looksLike(SeenPerson person) {
        return person.looks()
                .filter(looks -> looks.sightings() >= SHOWN && lasting.sightings() >= KNOWN)
                .filter(looks -> lasting.against(looks) <= ALIKE)
                .isPresent();
    }

    double against(SeenPerson person) {
        return person.looks().map(lasting::against).orElse(0.0);
    }
}
