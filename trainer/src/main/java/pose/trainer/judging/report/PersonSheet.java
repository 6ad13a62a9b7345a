package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pose.cpm.Beliefs;
import pose.cpm.Subject;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.trainer.judging.EvaluatedPerson;

/** Pictures of one person of a data set: what is true, what was found, what was believed. */
final class PersonSheet {

    private static final int LARGE = 216;
    private static final int SMALL = 108;

    /** The parts whose maps are shown, of those that a skeleton has: what is hard, both sides of some. */
    private static final List<String> SHOWN =
            List.of("head_top", "nose", "r_wrist", "l_wrist", "r_elbow", "r_knee", "l_knee", "r_ankle", "l_ankle");

    private PersonSheet() {}

    /** Truth and last prediction on one picture. */
    static String figure(Skeleton skeleton, EvaluatedPerson person, Subject subject, String caption) {
        CropImage image = new CropImage(subject, LARGE)
                .skeleton(skeleton, person.truth(), CropImage.TRUTH)
                .skeleton(skeleton, points(person.lastPose()), CropImage.PREDICTION);
        return "<figure>" + image.html("truth and prediction of " + person.id()) + "<figcaption>"
                + Markup.escaped(caption) + "</figcaption></figure>\n";
    }

    /** Belief maps: a row a stage; a column all parts together, then some on their own. */
    static String beliefs(Skeleton skeleton, Subject subject, Beliefs beliefs) {
        List<Integer> shown = SHOWN.stream()
                .filter(skeleton.parts()::contains)
                .map(skeleton::indexOf)
                .toList();
        StringBuilder html = new StringBuilder("<table class=\"maps\">\n<tr><th></th><th>found</th><th>any part</th>");
        shown.forEach(part -> html.append("<th>")
                .append(Markup.escaped(skeleton.parts().get(part)))
                .append("</th>"));
        html.append("</tr>\n");
        for (int stage = 0; stage < beliefs.stages(); stage++) {
            List<float[]> maps = new ArrayList<>();
            for (int part = 0; part < skeleton.size(); part++) {
                maps.add(beliefs.map(stage, 0, part));
            }
            String of = "stage " + (stage + 1);
            html.append("<tr><th>").append(of).append("</th><td>");
            html.append(new CropImage(subject, SMALL)
                    .skeleton(skeleton, points(beliefs.poses(stage).get(0)), CropImage.PREDICTION)
                    .html("pose after " + of));
            html.append("</td>");
            String words = " after " + of;
            cell(html, subject, highest(maps), beliefs.mapSize(), "belief in any part" + words);
            for (int part : shown) {
                String name = skeleton.parts().get(part);
                cell(html, subject, maps.get(part), beliefs.mapSize(), "belief in " + name + words);
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static void cell(StringBuilder html, Subject subject, float[] map, int mapSize, String alt) {
        html.append("<td>")
                .append(new CropImage(subject, SMALL).heat(map, mapSize).html(alt))
                .append("</td>");
    }

    private static float[] highest(List<float[]> maps) {
        float[] highest = maps.get(0).clone();
        for (float[] map : maps) {
            for (int i = 0; i < map.length; i++) {
                highest[i] = Math.max(highest[i], map[i]);
            }
        }
        return highest;
    }

    private static List<Optional<Point>> points(Pose pose) {
        Stream<Keypoint> keypoints = pose.keypoints().stream();
        return keypoints.map(keypoint -> Optional.of(keypoint.point())).toList();
    }
}
