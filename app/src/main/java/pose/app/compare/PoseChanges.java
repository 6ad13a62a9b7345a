package pose.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.app.event.EventKeypoints;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.PoseDistance;
import pose.skeleton.Skeleton;

/**
 * What has changed between two looks at the same frames, over as many frames as one likes. People are taken in the order in
 * which they were looked for; where one look has more of them than the other, none of that frame is compared. One thread.
 */
public final class PoseChanges {

    /** From this share of a person's extent on, a part is somewhere else. */
    public static final double MOVED = 0.2;

    private @Nullable Sums sums;
    private long frames;
    private long identical;
    private long movedFrames;
    private long incomparable;
    private long unmatched;
    private long movedPeople;

    /** Adds a frame of which both are there. */
    public void add(PoseFrame first, PoseFrame second) {
        frames++;
        Optional<Skeleton> skeleton = Skeleton.named(first.getSkeleton());
        boolean comparable = skeleton.isPresent()
                && first.getSkeleton().equals(second.getSkeleton())
                && first.getPeople().size() == second.getPeople().size()
                && (sums == null || sums.skeleton.equals(skeleton.get()));
        if (!comparable) {
            incomparable++;
            return;
        }
        if (first.getPeople().equals(second.getPeople())) {
            identical++;
        }
        Sums all = sums == null ? new Sums(skeleton.get()) : sums;
        sums = all;
        boolean moved = false;
        for (int i = 0; i < first.getPeople().size(); i++) {
            Person after = second.getPeople().get(i);
            boolean movedNow = all.add(first.getPeople().get(i), after);
            movedPeople += movedNow ? 1 : 0;
            moved |= movedNow;
        }
        movedFrames += moved ? 1 : 0;
    }

    /** Counts a frame that only the second look has. */
    public void addUnmatched() {
        unmatched++;
    }

    /** What has been added so far. */
    public ChangeReport report() {
        return new ChangeReport(
                frames,
                identical,
                movedFrames,
                incomparable,
                unmatched,
                sums == null ? 0 : sums.spreads.people(),
                movedPeople,
                sums == null ? List.of() : sums.figures());
    }

    /** Over all people. */
    private static final class Sums {

        private final Skeleton skeleton;
        private final PartSpreads spreads;
        private final List<PartSum> parts = new ArrayList<>();
        private final PartSum all = new PartSum();

        private Sums(Skeleton skeleton) {
            this.skeleton = skeleton;
            this.spreads = new PartSpreads(skeleton);
            skeleton.parts().forEach(part -> parts.add(new PartSum()));
        }

        /** Whether a part of the person moved. */
        private boolean add(Person before, Person after) {
            PoseDistance distance = PoseDistance.between(EventKeypoints.pose(before), EventKeypoints.pose(after));
            spreads.add(distance);
            List<Double> shares = distance.shares();
            for (int i = 0; i < parts.size(); i++) {
                boolean moved = shares.get(i) > MOVED;
                float from = before.getKeypoints().get(i).getScore();
                float to = after.getKeypoints().get(i).getScore();
                parts.get(i).add(moved, from, to);
                all.add(moved, from, to);
            }
            return distance.largest() > MOVED;
        }

        private List<PartFigures> figures() {
            List<PartFigures> figures = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                figures.add(parts.get(i).figures(spreads.parts().get(i)));
            }
            figures.add(all.figures(spreads.all()));
            return figures;
        }
    }

    /** What distances do not tell of a part. */
    private static final class PartSum {

        private long moved;
        private double scoresBefore;
        private double scoresAfter;

        private void add(boolean hasMoved, float from, float to) {
            moved += hasMoved ? 1 : 0;
            scoresBefore += from;
            scoresAfter += to;
        }

        private PartFigures figures(PartSpreads.PartSpread spread) {
            double count = spread.pixels().count();
            return new PartFigures(
                    spread.part(),
                    spread.pixels().mean(),
                    spread.pixels().quantile(0.5),
                    spread.pixels().quantile(0.95),
                    spread.pixels().largest(),
                    spread.shares().mean(),
                    moved / count,
                    scoresBefore / count,
                    scoresAfter / count);
        }
    }
}
