package pose.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;

/**
 * What has changed between two looks at the same frames, over as many frames as one likes. People are taken in the order in
 * which they were looked for; where one look has more of them than the other, none of that frame is compared. One thread.
 */
public final class PoseChanges {

    /** From this share of a person's extent on, a part is somewhere else. */
    public static final double MOVED = 0.2;

    private final List<PartSum> parts = new ArrayList<>();
    private Optional<Skeleton> skeleton = Optional.empty();
    private long frames;
    private long identical;
    private long movedFrames;
    private long incomparable;
    private long people;
    private long movedPeople;
    private long unmatched;
    private double scoresBefore;
    private double scoresAfter;

    /** Adds a frame of which both are there. */
    public void add(PoseFrame first, PoseFrame second) {
        frames++;
        Optional<Skeleton> known = Skeleton.named(first.getSkeleton());
        boolean comparable = known.isPresent()
                && first.getSkeleton().equals(second.getSkeleton())
                && first.getPeople().size() == second.getPeople().size()
                && (skeleton.isEmpty() || skeleton.equals(known));
        if (!comparable) {
            incomparable++;
            return;
        }
        if (first.getPeople().equals(second.getPeople())) {
            identical++;
        }
        begin(known.get());
        boolean moved = false;
        for (int i = 0; i < first.getPeople().size(); i++) {
            Person after = second.getPeople().get(i);
            moved |= add(known.get(), first.getPeople().get(i), after);
        }
        movedFrames += moved ? 1 : 0;
    }

    private void begin(Skeleton known) {
        if (skeleton.isEmpty()) {
            skeleton = Optional.of(known);
            known.parts().forEach(part -> parts.add(new PartSum()));
        }
    }

    private boolean add(Skeleton known, Person before, Person after) {
        List<PartChange> changes = PartChange.between(known, before, after);
        boolean moved = false;
        for (int part = 0; part < changes.size(); part++) {
            parts.get(part).add(changes.get(part));
            moved |= changes.get(part).share() > MOVED;
        }
        people++;
        movedPeople += moved ? 1 : 0;
        scoresBefore += before.getScore();
        scoresAfter += after.getScore();
        return moved;
    }

    /** Counts a frame that only the second look has. */
    public void addUnmatched() {
        unmatched++;
    }

    /** What has been added so far. */
    public ChangeReport report() {
        List<PartFigures> figures = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            figures.add(parts.get(part).figures(skeleton.orElseThrow().parts().get(part)));
        }
        return new ChangeReport(
                frames,
                identical,
                movedFrames,
                incomparable,
                unmatched,
                people,
                movedPeople,
                scoresBefore / people,
                scoresAfter / people,
                figures);
    }
}
