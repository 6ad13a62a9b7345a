package pose.trainer.annotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import pose.skeleton.Skeleton;

/**
 * One {@code image} element of CVAT, before it is known of which skeleton it is.
 *
 * @param people the {@code skeleton} elements
 * @param loose {@code points} that are in none
 * @param others shapes of other kinds
 */
record CvatPicture(String name, int width, int height, List<Person> people, List<CvatShape> loose, int others) {

    private static final int MOST_PIXELS = 65_535;

    /** One {@code skeleton} element. */
    record Person(Optional<String> id, List<CvatShape> parts) {

        Person {
            parts = List.copyOf(parts);
        }
    }

    CvatPicture {
        people = List.copyOf(people);
        loose = List.copyOf(loose);
    }

    /** Reads the element that a reader is at, to its end. */
    static CvatPicture read(XMLStreamReader xml) throws XMLStreamException {
        String name = CvatShape.need(xml, "name");
        int width = pixels(xml, "width");
        int height = pixels(xml, "height");
        List<Person> people = new ArrayList<>();
        List<CvatShape> loose = new ArrayList<>();
        int others = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "skeleton" -> people.add(person(xml));
                    case "points" -> {
                        loose.add(CvatShape.read(xml));
                        skip(xml);
                    }
                    default -> {
                        others++;
                        skip(xml);
                    }
                }
            }
        }
        return new CvatPicture(name, width, height, people, loose, others);
    }

    private static Person person(XMLStreamReader xml) throws XMLStreamException {
        Optional<String> id = Optional.empty();
        List<CvatShape> parts = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                boolean isPart = xml.getLocalName().equals("points");
                if (isPart) {
                    parts.add(CvatShape.read(xml));
                }
                if (xml.getLocalName().equals("attribute")
                        && CvatLabels.ID.equals(xml.getAttributeValue(null, "name"))) {
                    id = Optional.of(xml.getElementText()).filter(text -> !text.isBlank());
                } else {
                    skip(xml);
                }
            }
        }
        return new Person(id, parts);
    }

    /** To the end of the element that a reader is at. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static int pixels(XMLStreamReader xml, String attribute) {
        String unused = CvatShape.need(xml, attribute);
        long pixels = CvatShape.whole(xml, attribute);
        if (pixels < 1 || pixels > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    attribute + " is " + pixels + "; allowed: 1 to " + MOST_PIXELS + " pixels");
        }
        return (int) pixels;
    }

    /** What its parts are called, where they are called. */
    Stream<String> partNames() {
        return Stream.concat(
                        people.stream().flatMap(person -> person.parts().stream()),
                        loose.stream().filter(shape -> shape.points().size() == 1))
                .map(CvatShape::label);
    }

    /** Who is in it, once it is known of which skeleton. */
    AnnotatedPicture in(Skeleton skeleton) {
        List<AnnotatedPerson> found = new ArrayList<>();
        for (Person person : people) {
            found.add(new AnnotatedPerson(
                    person.id().orElseGet(() -> numbered(found.size())), marks(skeleton, person.parts())));
        }
        Map<Long, List<CvatShape>> groups = new LinkedHashMap<>();
        for (CvatShape shape : loose) {
            if (shape.points().size() == 1) {
                groups.computeIfAbsent(shape.group(), group -> new ArrayList<>())
                        .add(shape);
            } else {
                found.add(new AnnotatedPerson(numbered(found.size()), inOrder(skeleton, shape)));
            }
        }
        groups.values()
                .forEach(parts -> found.add(new AnnotatedPerson(numbered(found.size()), marks(skeleton, parts))));
        return new AnnotatedPicture(name, width, height, found);
    }

    private String numbered(int place) {
        return PictureNames.stem(name) + "-" + place;
    }

    private List<Mark> marks(Skeleton skeleton, List<CvatShape> parts) {
        List<Mark> marks = new ArrayList<>(Collections.nCopies(skeleton.size(), Mark.NONE));
        boolean[] seen = new boolean[skeleton.size()];
        for (CvatShape shape : parts) {
            int part = skeleton.parts().indexOf(shape.label());
            if (part < 0) {
                throw error("part '" + shape.label() + "' is unknown; skeleton " + skeleton.name() + " has "
                        + String.join(", ", skeleton.parts()));
            }
            if (seen[part]) {
                throw error("'" + shape.label() + "' is there twice; people are told apart by group_id");
            }
            seen[part] = true;
            marks.set(part, shape.mark());
        }
        return marks;
    }

    private List<Mark> inOrder(Skeleton skeleton, CvatShape shape) {
        if (shape.points().size() != skeleton.size()) {
            throw error("'" + shape.label() + "' has " + shape.points().size() + " places; skeleton " + skeleton.name()
                    + " has " + skeleton.size() + " parts");
        }
        return IntStream.range(0, skeleton.size()).mapToObj(shape::mark).toList();
    }

    private IllegalArgumentException error(String message) {
        return new IllegalArgumentException("image '" + name + "': " + message);
    }
}
