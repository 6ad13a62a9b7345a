package pose.trainer.crowd;

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
import java.util.Set;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;
import pose.trainer.data.ImageFolder;

/**
 * The boxes of a file in COCO's form, keypoints or not: of category {@code person} where it has one, of all categories
 * elsewhere. Pictures are in {@code images} beside the file, or beside it where there is no such folder.
 */
final class CocoBoxes {

    private CocoBoxes() {}

    static List<BoxedPicture> read(Path file) throws DataSetException {
        JsonNode root = tree(file);
        Set<Long> people = categories(root);
        Map<Long, List<Box>> boxes = new LinkedHashMap<>();
        Map<Long, List<Box>> crowds = new LinkedHashMap<>();
        Map<Long, JsonNode> images = new LinkedHashMap<>();
        root.path("images").forEach(image -> images.put(image.path("id").asLong(), image));
        int index = 0;
        for (JsonNode annotation : root.path("annotations")) {
            JsonNode image = images.get(annotation.path("image_id").asLong());
            if (image == null) {
                throw new DataSetException(file + ": annotations (index " + index + "): image_id "
                        + annotation.path("image_id") + " is none of the images'");
            }
            if (people.contains(annotation.path("category_id").asLong())) {
                (annotation.path("iscrowd").asInt() == 1 ? crowds : boxes)
                        .computeIfAbsent(image.path("id").asLong(), id -> new ArrayList<>())
                        .add(box(annotation.path("bbox"), image, file + ": annotations (index " + index + ")"));
            }
            index++;
        }
        Path beside = file.toAbsolutePath().resolveSibling("images");
        ImageFolder folder = new ImageFolder(
                Files.isDirectory(beside)
                        ? beside
                        : file.toAbsolutePath().resolveSibling(".").normalize());
        List<BoxedPicture> pictures = new ArrayList<>();
        for (Map.Entry<Long, JsonNode> image : images.entrySet()) {
            pictures.add(new BoxedPicture(
                    folder.file(image.getValue().path("file_name").asText(), file + ": images"),
                    boxes.getOrDefault(image.getKey(), List.of()),
                    crowds.getOrDefault(image.getKey(), List.of())));
        }
        return pictures;
    }

    private static JsonNode tree(Path file) throws DataSetException {
        if (!Files.isRegularFile(file)) {
            throw new DataSetException(file + ": no such file; expected COCO's form: images and annotations");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            if (!root.path("images").isArray() || !root.path("annotations").isArray()) {
                throw new DataSetException(file + ": has no lists images and annotations; expected COCO's form");
            }
            return root;
        } catch (IOException e) {
            throw new DataSetException(file + ": cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Set<Long> categories(JsonNode root) {
        Set<Long> all = new HashSet<>();
        Set<Long> person = new HashSet<>();
        root.path("annotations").forEach(a -> all.add(a.path("category_id").asLong()));
        root.path("categories").forEach(category -> {
            if (category.path("name").asText().equals("person")) {
                person.add(category.path("id").asLong());
            }
        });
        return person.isEmpty() ? all : person;
    }

    private static Box box(JsonNode bbox, JsonNode image, String where) throws DataSetException {
        double width = image.path("width").asDouble();
        double height = image.path("height").asDouble();
        boolean isBox = bbox.isArray() && bbox.size() == 4 && width > 0 && height > 0;
        for (int i = 0; isBox && i < 4; i++) {
            isBox = bbox.get(i).isNumber() && (i < 2 || bbox.get(i).asDouble() >= 0);
        }
        if (!isBox) {
            throw new DataSetException(where + ": bbox is " + (bbox.isMissingNode() ? "missing" : bbox)
                    + "; expected x, y, width and height, in a picture whose width and height are told");
        }
        return new Box(
                bbox.get(0).asDouble() / width,
                bbox.get(1).asDouble() / height,
                bbox.get(2).asDouble() / width,
                bbox.get(3).asDouble() / height);
    }
}
