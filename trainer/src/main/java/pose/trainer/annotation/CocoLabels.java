package pose.trainer.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * Labels as COCO keypoints (Lin et al., ECCV 2014): {@code v} 0 not labelled, 1 hidden, 2 seen; coordinates in hundredths of a
 * pixel, zeros where not labelled. An id goes along in {@code attributes}.
 */
public final class CocoLabels {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PERSON = 1;
    private static final int MOST_PIXELS = 65_535;

    private CocoLabels() {}

    /** Writes a file that {@link #read} reads back. */
    public static void write(Path file, Annotations annotations) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("info");
            json.writeStringField("description", "pose labels");
            json.writeEndObject();
            json.writeArrayFieldStart("images");
            for (int i = 0; i < annotations.pictures().size(); i++) {
                image(json, i + 1, annotations.pictures().get(i));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("annotations");
            int id = 0;
            for (int i = 0; i < annotations.pictures().size(); i++) {
                for (AnnotatedPerson person : annotations.pictures().get(i).people()) {
                    id++;
                    person(json, id, i + 1, person);
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("categories");
            category(json, annotations.skeleton());
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void image(JsonGenerator json, int id, AnnotatedPicture picture) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeStringField("file_name", picture.name());
        json.writeNumberField("width", picture.width());
        json.writeNumberField("height", picture.height());
        json.writeEndObject();
    }

    private static void person(JsonGenerator json, int id, int image, AnnotatedPerson person) throws IOException {
        List<Point> labels = person.labels();
        Box box = labels.isEmpty() ? new Box(0, 0, 0, 0) : Box.around(labels);
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeNumberField("image_id", image);
        json.writeNumberField("category_id", PERSON);
        json.writeNumberField("iscrowd", 0);
        json.writeNumberField("area", Hundredths.of(box.width() * box.height()));
        json.writeArrayFieldStart("bbox");
        for (double side : new double[] {box.x(), box.y(), box.width(), box.height()}) {
            json.writeNumber(Hundredths.of(side));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("segmentation");
        json.writeEndArray();
        json.writeNumberField("num_keypoints", labels.size());
        json.writeArrayFieldStart("keypoints");
        for (Mark mark : person.marks()) {
            Point point = mark.label().orElse(new Point(0, 0));
            json.writeNumber(Hundredths.of(point.x()));
            json.writeNumber(Hundredths.of(point.y()));
            json.writeNumber(mark.sight().v());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("id", person.id());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void category(JsonGenerator json, Skeleton skeleton) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", PERSON);
        json.writeStringField("name", "person");
        json.writeStringField("supercategory", "person");
        json.writeArrayFieldStart("keypoints");
        for (String part : skeleton.parts()) {
            json.writeString(CocoParts.theirs(skeleton, part));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skeleton");
        for (Skeleton.Limb limb : skeleton.limbs()) {
            // COCO counts these from 1.
            json.writeArray(new int[] {limb.from() + 1, limb.to() + 1}, 0, 2);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Reads a file. Crowds are left out. Without an id of its own, a person's is the annotation's.
     *
     * @param asked the skeleton it must be of; without one, any that this project knows
     */
    public static Annotations read(Path file, Optional<Skeleton> asked) throws BadAnnotationsException {
        CocoFile coco = CocoFile.read(file, asked);
        Map<Long, List<CocoFile.Person>> people = coco.peopleByImage();
        List<AnnotatedPicture> pictures = new ArrayList<>();
        for (CocoFile.Image image : coco.images()) {
            if (image.width() < 1
                    || image.width() > MOST_PIXELS
                    || image.height() < 1
                    || image.height() > MOST_PIXELS) {
                throw new BadAnnotationsException(file + ": picture '" + image.fileName() + "' is " + image.width()
                        + "×" + image.height() + "; allowed: 1 to " + MOST_PIXELS + " pixels a side");
            }
            pictures.add(new AnnotatedPicture(
                    image.fileName(),
                    (int) image.width(),
                    (int) image.height(),
                    people.getOrDefault(image.id(), List.of()).stream()
                            .filter(person -> !person.isCrowd())
                            .map(person -> new AnnotatedPerson(
                                    person.name().orElse(Long.toString(person.id())), person.marks()))
                            .toList()));
        }
        try {
            return new Annotations(coco.skeleton(), pictures);
        } catch (IllegalArgumentException e) {
            throw new BadAnnotationsException(file + ": " + e.getMessage());
        }
    }
}
