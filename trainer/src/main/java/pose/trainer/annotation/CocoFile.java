package pose.trainer.annotation;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pose.skeleton.Box;
import pose.skeleton.Skeleton;

/**
 * A {@code person_keypoints_*.json} (Lin et al., ECCV 2014), checked as it is read. Read element by element: outlines, most
 * of the official files, are not kept.
 *
 * @param skeleton what the file's category says its keypoints are, see {@link CocoParts}
 * @param places for each part of the skeleton where it is among the file's own keypoints; results go by these too
 * @param images in the file's order
 * @param people in the file's order
 */
public record CocoFile(Skeleton skeleton, List<Integer> places, List<Image> images, List<Person> people) {

    private static final String EXPECTED = "COCO's person_keypoints: an object with images and annotations";

    /** One picture; its size in pixels. */
    public record Image(long id, String fileName, long width, long height) {}

    /**
     * One person.
     *
     * @param image the picture's id
     * @param name what other programs than COCO's call them, in {@code attributes}; CVAT keeps it
     * @param area what their outline covers, square pixels, where the file says it
     * @param marks in the skeleton's order
     */
    public record Person(
            long id,
            long image,
            Optional<String> name,
            boolean isCrowd,
            Optional<Box> box,
            OptionalDouble area,
            List<Mark> marks) {

        public Person {
            marks = List.copyOf(marks);
        }

        Person with(List<Mark> ordered) {
            return new Person(id, image, name, isCrowd, box, area, ordered);
        }
    }

    public CocoFile {
        places = List.copyOf(places);
        images = List.copyOf(images);
        people = List.copyOf(people);
    }

    /** Everybody, by picture. */
    public Map<Long, List<Person>> peopleByImage() {
        Map<Long, List<Person>> byImage = new LinkedHashMap<>();
        people.forEach(person ->
                byImage.computeIfAbsent(person.image(), id -> new ArrayList<>()).add(person));
        return byImage;
    }

    /**
     * Reads a file.
     *
     * @param asked the skeleton it must be of; without one, any that this project knows
     * @throws BadAnnotationsException naming the file, and the element by its index, where it is none of COCO's form
     */
    public static CocoFile read(Path file, Optional<Skeleton> asked) throws BadAnnotationsException {
        if (!Files.isRegularFile(file)) {
            throw new BadAnnotationsException(file + ": no such file; expected " + EXPECTED);
        }
        List<Image> images = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        List<JsonNode> categories = new ArrayList<>();
        Set<String> read = new HashSet<>();
        JsonLists.read(file, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadAnnotationsException(file + ": no JSON object; expected " + EXPECTED);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
                if (isList && field.equals("images") && read.add(field)) {
                    JsonLists.each(parser, file, field, node -> images.add(CocoElements.image(node)));
                } else if (isList && field.equals("annotations") && read.add(field)) {
                    JsonLists.each(parser, file, field, node -> people.add(CocoElements.person(node)));
                } else if (isList && field.equals("categories")) {
                    JsonLists.each(parser, file, field, categories::add);
                } else {
                    parser.skipChildren();
                }
            }
        });
        if (!read.containsAll(Set.of("images", "annotations"))) {
            throw new BadAnnotationsException(file + ": has no list "
                    + (read.contains("images") ? "annotations" : "images") + "; expected " + EXPECTED);
        }
        CocoFile whole = ordered(file, CocoParts.of(file, categories, asked), images, people);
        whole.check(file);
        return whole;
    }

    private static CocoFile ordered(Path file, CocoParts parts, List<Image> images, List<Person> people)
            throws BadAnnotationsException {
        List<Person> ordered = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            List<Mark> marks = people.get(i).marks();
            if (marks.size() != parts.skeleton().size()) {
                throw new BadAnnotationsException(
                        file + ": annotations (index " + i + "): keypoints is a list of " + 3 * marks.size()
                                + "; expected " + 3 * parts.skeleton().size() + " numbers");
            }
            ordered.add(people.get(i).with(parts.ordered(marks)));
        }
        return new CocoFile(parts.skeleton(), parts.places(), images, ordered);
    }

    private void check(Path file) throws BadAnnotationsException {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < images.size(); i++) {
            if (!ids.add(images.get(i).id())) {
                throw new BadAnnotationsException(
                        file + ": images (index " + i + "): id " + images.get(i).id() + " is there twice");
            }
        }
        Set<Long> persons = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            if (!ids.contains(person.image())) {
                throw new BadAnnotationsException(file + ": annotations (index " + i + "): image_id " + person.image()
                        + " is none of the images'");
            }
            if (!persons.add(person.id())) {
                throw new BadAnnotationsException(
                        file + ": annotations (index " + i + "): id " + person.id() + " is there twice");
            }
        }
    }
}
