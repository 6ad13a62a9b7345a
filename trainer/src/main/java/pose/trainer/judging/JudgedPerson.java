package pose.trainer.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

/**
 * One labelled person and what was predicted of them.
 *
 * @param parts one a part, in the order of {@link Judged#parts()}
 */
public record JudgedPerson(List<JudgedPart> parts) {

    public JudgedPerson {
        parts = List.copyOf(parts);
    }

    /**
     * A person whose every part has one scale and was predicted.
     *
     * @throws IllegalArgumentException where the scale is no length, or the two lists differ in length
     */
    public static JudgedPerson of(List<Optional<Point>> truth, List<Keypoint> predicted, double scale) {
        if (truth.size() != predicted.size()) {
            throw new IllegalArgumentException(predicted.size() + " predicted keypoints for " + truth.size()
                    + " true ones; there must be as many");
        }
        List<JudgedPart> parts = new ArrayList<>(truth.size());
        for (int p = 0; p < truth.size(); p++) {
            parts.add(new JudgedPart(truth.get(p), Optional.of(predicted.get(p).point()), scale));
        }
        return new JudgedPerson(parts);
    }

    /** A person whom nobody predicted: every labelled part is wrong. */
    public static JudgedPerson unseen(List<Optional<Point>> truth, double scale) {
        return new JudgedPerson(truth.stream()
                .map(part -> new JudgedPart(part, Optional.empty(), scale))
                .toList());
    }
}
