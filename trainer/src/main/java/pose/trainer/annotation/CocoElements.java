package pose.trainer.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Reads the elements of a COCO file's lists; the message of what is thrown says what is wrong with one. */
final class CocoElements {

    private CocoElements() {}

    static CocoFile.Image image(JsonNode node) {
        JsonNode name = node.path("file_name");
        if (!name.isTextual()) {
            throw new IllegalArgumentException("file_name is " + said(name) + "; expected text");
        }
        return new CocoFile.Image(whole(node, "id"), name.textValue(), whole(node, "width"), whole(node, "height"));
    }

    static CocoFile.Person person(JsonNode node) {
        JsonNode name = node.path("attributes").path("id");
        return new CocoFile.Person(
                whole(node, "id"),
                whole(node, "image_id"),
                name.isTextual() && !name.textValue().isBlank() ? Optional.of(name.textValue()) : Optional.empty(),
                node.path("iscrowd").asInt(0) == 1,
                box(node.path("bbox")),
                area(node.path("area")),
                marks(node.path("keypoints")));
    }

    private static List<Mark> marks(JsonNode keypoints) {
        requireTriples(keypoints);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < keypoints.size(); i += 3) {
            double visibility = number(keypoints, i + 2);
            if (visibility != 0 && visibility != 1 && visibility != 2) {
                throw new IllegalArgumentException(
                        "keypoints has " + said(keypoints.get(i + 2)) + " at " + (i + 2) + "; expected 0, 1 or 2");
            }
            Point point = new Point(number(keypoints, i), number(keypoints, i + 1));
            boolean nowhere = visibility == 0 && point.x() == 0 && point.y() == 0;
            marks.add(nowhere ? Mark.NONE : new Mark(Sight.of((int) visibility), point));
        }
        return marks;
    }

    private static double number(JsonNode list, int at) {
        JsonNode value = list.get(at);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("keypoints has " + said(value) + " at " + at + "; expected a number");
        }
        return value.doubleValue();
    }

    private static Optional<Box> box(JsonNode box) {
        if (box.isMissingNode() || box.isNull()) {
            return Optional.empty();
        }
        for (int i = 0; i < 4; i++) {
            if (box.size() != 4
                    || !box.path(i).isNumber()
                    || (i > 1 && box.path(i).asDouble() < 0)) {
                throw new IllegalArgumentException("bbox is " + said(box) + "; expected x, y, width and height");
            }
        }
        return Optional.of(new Box(
                box.get(0).asDouble(),
                box.get(1).asDouble(),
                box.get(2).asDouble(),
                box.get(3).asDouble()));
    }

    private static OptionalDouble area(JsonNode area) {
        if (area.isMissingNode() || area.isNull()) {
            return OptionalDouble.empty();
        }
        if (!area.isNumber() || !(area.doubleValue() >= 0) || Double.isInfinite(area.doubleValue())) {
            throw new IllegalArgumentException("area is " + said(area) + "; expected a number, 0 or more");
        }
        return OptionalDouble.of(area.doubleValue());
    }

    /** One line of results: COCO's v says nothing there. */
    static CocoResults.Result result(JsonNode node) {
        JsonNode score = node.path("score");
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw new IllegalArgumentException("score is " + said(score) + "; expected a number");
        }
        JsonNode keypoints = node.path("keypoints");
        requireTriples(keypoints);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < keypoints.size(); i += 3) {
            points.add(new Point(number(keypoints, i), number(keypoints, i + 1)));
        }
        return new CocoResults.Result(whole(node, "image_id"), points, score.doubleValue());
    }

    private static void requireTriples(JsonNode keypoints) {
        if (!keypoints.isArray() || keypoints.size() % 3 != 0) {
            throw new IllegalArgumentException(
                    "keypoints is " + (keypoints.isArray() ? "a list of " + keypoints.size() : said(keypoints))
                            + "; expected x, y and v of each part");
        }
    }

    private static long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(field + " is " + said(value) + "; expected a whole number");
        }
        return value.longValue();
    }

    private static String said(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
