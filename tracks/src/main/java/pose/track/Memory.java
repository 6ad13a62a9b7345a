package pose.track;

/**
 * What is remembered of somebody. All but the last few sightings goes with the number, and tells whom it stands for.
 *
 * @param lasting how they look as a rule, learned while nobody was in front of them
 * @param sinceUs when first seen, or seen again where not well known; capture time
 * @param provenUs when last seen to be who they are: nobody knew their looks yet, or they showed them; capture time
 * @param recent the mean of the last few sightings with nobody in front: who is followed under that number
 */
record Memory(LastingLooks lasting, long sinceUs, long provenUs, Looks recent) {

    private static final double RECENT = 6;

    /** Share of the regions that must be seen to know somebody by. */
    private static final double SHOWN = 0.5;

    /** Share of the regions that must be seen to see that somebody is still the same. */
    private static final double PROVEN = 0.3;

    /** Sightings after which somebody is known. */
    private static final double KNOWN = 5;

    /** And known so well that one knows them after a long time. */
    private static final double WELL_KNOWN = 10;

    /** How far a sighting strays at most of somebody who looks the same. */
    private static final double ALIKE = 8;

    /** Of somebody whose looks nobody has seen. */
    static Memory since(long captureTimeUs) {
        return new Memory(LastingLooks.UNKNOWN, captureTimeUs, captureTimeUs, Looks.UNKNOWN);
    }

    Memory seen(SeenPerson person, long captureTimeUs) {
        long proven = proves(person) ? captureTimeUs : provenUs;
        return person.looks()
                .map(looks -> new Memory(lasting.with(looks), sinceUs, proven, recent.with(looks, RECENT)))
                .orElseGet(() -> new Memory(lasting, sinceUs, proven, recent));
    }

    /** Of the same, met again as somebody seen lately. */
    Memory metAs(Memory met) {
        return new Memory(lasting, sinceUs, provenUs, met.recent);
    }

    /** Of the number that somebody else went under, who has these looks. */
    Memory as(Memory other, long captureTimeUs) {
        return new Memory(other.lasting, other.sinceUs, captureTimeUs, recent);
    }

    private boolean proves(SeenPerson person) {
        return lasting.sightings() < KNOWN || looksLike(person, PROVEN);
    }

    /** Whether a sighting shows enough of somebody to know them by it, and they are known. */
    boolean looksLike(SeenPerson person) {
        return lasting.sightings() >= KNOWN && looksLike(person, SHOWN);
    }

    private boolean looksLike(SeenPerson person, double share) {
        return person.looks()
                .filter(looks -> looks.sightings() >= share)
                .filter(looks -> lasting.strays(looks) <= ALIKE)
                .isPresent();
    }

    double against(SeenPerson person) {
        return person.looks().map(lasting::against).orElse(0.0);
    }

    /** Of somebody who is seen again, and may be another: who is not well known counts as having come only then. */
    Memory seenAgain(long captureTimeUs) {
        return isWellKnown() ? this : new Memory(lasting, captureTimeUs, provenUs, recent);
    }

    boolean isWellKnown() {
        return lasting.sightings() >= WELL_KNOWN;
    }
}
