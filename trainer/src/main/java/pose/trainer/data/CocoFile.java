package pose.trainer.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * A {@code person_keypoints_*.json}, checked as it is read. Read element by element: outlines, most of the official files,
 * are not kept.
 *
 * @param images in the file's order
 * @param people in the file's order
 */
record CocoFile(List<Image> images, List<Person> people) {

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final String EXPECTED = "COCO's person_keypoints: an object with images and annotations";
    private static final int NUMBERS = 3 * Skeleton.COCO17.size();

    /** One picture; its size in pixels. */
    record Image(long id, String fileName, long width, long height) {}

    /**
     * One person.
     *
     * @param image the picture's id
     * @param parts of {@code coco17}, absent where not labelled
     */
    record Person(long id, long image, boolean isCrowd, Optional<Box> box, List<Optional<Point>> parts) {}

    CocoFile {
        images = List.copyOf(images);
        people = List.copyOf(people);
    }

    /** Everybody, by picture. */
    Map<Long, List<Person>> peopleByImage() {
        Map<Long, List<Person>> byImage = new LinkedHashMap<>();
        people.forEach(person ->
                byImage.computeIfAbsent(person.image(), id -> new ArrayList<>()).add(person));
        return byImage;
    }

    /** @throws DataSetException naming the file, and the element by its index, where it is none of COCO's form */
    static CocoFile read(Path file) throws DataSetException {
        if (!Files.isRegularFile(file)) {
            throw new DataSetException(file + ": no such file; expected " + EXPECTED);
        }
        List<Image> images = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        Set<String> read = new HashSet<>();
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DataSetException(file + ": no JSON object; expected " + EXPECTED);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
                if (isList && field.equals("images") && read.add(field)) {
                    each(parser, file, field, node -> images.add(image(node)));
                } else if (isList && field.equals("annotations") && read.add(field)) {
                    each(parser, file, field, node -> people.add(person(node)));
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            // What breaks a limit of the parser's has no location.
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new DataSetException(file + line + ": damaged JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new DataSetException(file + ": cannot be read: " + e);
        }
        if (read.size() != 2) {
            throw new DataSetException(file + ": has no list " + (read.contains("images") ? "annotations" : "images")
                    + "; expected " + EXPECTED);
        }
        CocoFile whole = new CocoFile(images, people);
        whole.check(file);
        return whole;
    }

    /** Takes one element; the message of what it throws says what is wrong with it. */
    private interface Taker {
        void take(JsonNode node);
    }

    private static void each(JsonParser parser, Path file, String list, Taker taker)
            throws IOException, DataSetException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = JSON.readTree(parser);
            if (node == null) {
                throw new DataSetException(file + ": breaks off in " + list);
            }
            try {
                taker.take(node);
            } catch (IllegalArgumentException e) {
                throw new DataSetException(file + ": " + list + " (index " + index + "): " + e.getMessage());
            }
            index++;
        }
    }

    private static Image image(JsonNode node) {
        JsonNode name = node.path("file_name");
        if (!name.isTextual()) {
            throw new IllegalArgumentException("file_name is " + said(name) + "; expected text");
        }
        return new Image(whole(node, "id"), name.textValue(), whole(node, "width"), whole(node, "height"));
    }

    private static Person person(JsonNode node) {
        return new Person(
                whole(node, "id"),
                whole(node, "image_id"),
                node.path("iscrowd").asInt(0) == 1,
                box(node.path("bbox")),
                parts(node.path("keypoints")));
    }

    private static List<Optional<Point>> parts(JsonNode keypoints) {
        if (!keypoints.isArray() || keypoints.size() != NUMBERS) {
            throw new IllegalArgumentException("keypoints is "
                    + (keypoints.isArray() ? "a list of " + keypoints.size() : said(keypoints))
                    + "; expected " + NUMBERS + " numbers");
        }
        List<Optional<Point>> parts = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i += 3) {
            double visibility = number(keypoints, i + 2);
            if (visibility != 0 && visibility != 1 && visibility != 2) {
                throw new IllegalArgumentException(
                        "keypoints has " + said(keypoints.get(i + 2)) + " at " + (i + 2) + "; expected 0, 1 or 2");
            }
            Point point = new Point(number(keypoints, i), number(keypoints, i + 1));
            parts.add(visibility == 0 ? Optional.empty() : Optional.of(point));
        }
        return List.copyOf(parts);
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

    private void check(Path file) throws DataSetException {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < images.size(); i++) {
            if (!ids.add(images.get(i).id())) {
                throw new DataSetException(
                        file + ": images (index " + i + "): id " + images.get(i).id() + " is there twice");
            }
        }
        Set<Long> persons = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            if (!ids.contains(person.image())) {
                throw new DataSetException(file + ": annotations (index " + i + "): image_id " + person.image()
                        + " is none of the images'");
            }
            if (!persons.add(person.id())) {
                throw new DataSetException(
                        file + ": annotations (index " + i + "): id " + person.id() + " is there twice");
            }
        }
    }
}
