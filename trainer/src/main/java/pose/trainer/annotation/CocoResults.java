package pose.trainer.annotation;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Point;

/**
 * Predictions as COCO takes them (its results format for keypoints): a list of {@code {"image_id": …, "category_id": …,
 * "keypoints": [x, y, v, …], "score": …}}, the keypoints in the order of the labels' own category.
 */
public final class CocoResults {

    private static final String EXPECTED =
            "COCO's results: a list of objects with image_id, category_id, keypoints and score";

    private CocoResults() {}

    /**
     * One predicted person.
     *
     * @param image the picture's id
     * @param points in the skeleton's order, source pixels
     */
    public record Result(long image, List<Point> points, double score) {

        public Result {
            points = List.copyOf(points);
        }
    }

    /**
     * Reads a file.
     *
     * @param labels what the predictions are of, whose order of keypoints theirs is
     * @return in the file's order
     * @throws BadAnnotationsException naming the file, and the element by its index, where it is none of this form
     */
    public static List<Result> read(Path file, CocoFile labels) throws BadAnnotationsException {
        if (!Files.isRegularFile(file)) {
            throw new BadAnnotationsException(file + ": no such file; expected " + EXPECTED);
        }
        List<Result> results = new ArrayList<>();
        JsonLists.read(file, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadAnnotationsException(file + ": no JSON list; expected " + EXPECTED);
            }
            JsonLists.each(parser, file, "results", node -> results.add(ordered(CocoElements.result(node), labels)));
        });
        return results;
    }

    private static Result ordered(Result result, CocoFile labels) {
        int expected = labels.places().size();
        if (result.points().size() != expected) {
            throw new IllegalArgumentException(
                    "keypoints is a list of " + 3 * result.points().size() + "; expected " + 3 * expected + " numbers");
        }
        return new Result(
                result.image(),
                labels.places().stream().map(result.points()::get).toList(),
                result.score());
    }
}
