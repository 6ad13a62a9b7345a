package pose.app.mine;

import java.util.ArrayList;
import java.util.List;
import pose.app.event.EventKeypoints;
import pose.schema.Frame;
import pose.schema.Person;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.AnnotatedPerson;
import pose.trainer.annotation.AnnotatedPicture;
import pose.trainer.annotation.Mark;
import pose.trainer.annotation.Sight;

/**
 * Predictions as labels to begin with.
 *
 * @param labelled score from which on a part is labelled; a weaker one is a guess only
 * @param seen score from which on it is not said to be hidden
 */
public record PredictedLabels(double labelled, double seen) {

    /** Of what is weaker, four of five are wrong: LSPET 8001 to 9000, PCK@0.2, the bundled version. */
    public static final double USUAL_LABELLED = 0.3;

    /** Of what is stronger, two of three are right. */
    public static final double USUAL_SEEN = 0.5;

    public PredictedLabels {
        if (!(labelled >= 0 && labelled <= seen && seen <= 1)) {
            throw new IllegalArgumentException("labelled from " + labelled + " and seen from " + seen
                    + "; allowed: scores of 0 to 1, the first not above the second");
        }
    }

    /**
     * The skeleton of this name.
     *
     * @throws IllegalArgumentException where this project knows none
     */
    Skeleton skeleton(String name) {
        return Skeleton.named(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("skeleton " + name + " is unknown; allowed: " + Skeleton.names()));
    }

    /** Everybody who was seen in a frame. */
    AnnotatedPicture of(String picture, HardFrame hard, Frame frame) {
        List<AnnotatedPerson> people = new ArrayList<>();
        for (Person person : hard.event().getPeople()) {
            people.add(new AnnotatedPerson(
                    hard.stem() + "-" + people.size(),
                    EventKeypoints.of(person).stream().map(this::mark).toList()));
        }
        return new AnnotatedPicture(picture, frame.getWidth(), frame.getHeight(), people);
    }

    private Mark mark(Keypoint keypoint) {
        Sight labelledAs = keypoint.score() >= seen ? Sight.SEEN : Sight.HIDDEN;
        return new Mark(keypoint.score() >= labelled ? labelledAs : Sight.UNLABELLED, keypoint.point());
    }
}
