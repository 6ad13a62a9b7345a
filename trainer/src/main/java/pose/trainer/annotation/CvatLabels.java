package pose.trainer.annotation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * Writes labels as "CVAT for images 1.1" (docs.cvat.ai, XML annotation format): a {@code skeleton} a person with a {@code
 * points} a part, {@code outside} where the part is not labelled, {@code occluded} where it is hidden. Coordinates are in
 * hundredths of a pixel, as they are: CVAT draws them from the corner of the top left pixel, half a pixel from its centre, and
 * its own converters make nothing of that either. The label's name is {@code person}, and its attribute {@code id} the person's.
 */
public final class CvatLabels {

    static final String PERSON = "person";
    static final String ID = "id";

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private int depth;

    private CvatLabels(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a file that {@link CvatFile#read} reads back.
     *
     * @throws IllegalArgumentException where a name or an id has a character that XML cannot hold
     */
    public static void write(Path file, Annotations annotations) throws IOException {
        for (AnnotatedPicture picture : annotations.pictures()) {
            requireText(picture.name());
            picture.people().forEach(person -> requireText(person.id()));
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
            new CvatLabels(xml).annotations(annotations);
            xml.writeEndDocument();
            xml.close();
            out.write("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Line ends and tabs could be escaped, but are no part of a name that anybody wants. */
    private static void requireText(String text) {
        text.codePoints()
                .filter(c -> c < ' ' || c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF))
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException("'" + text.replaceAll("\\p{Cntrl}", "?") + "' has the character "
                            + String.format("U+%04X", c) + ", which XML cannot hold");
                });
    }

    private void annotations(Annotations annotations) throws XMLStreamException {
        open("annotations");
        leaf("version", "1.1");
        open("meta");
        open("task");
        leaf("name", "pose labels");
        leaf("size", Integer.toString(annotations.pictures().size()));
        leaf("mode", "annotation");
        open("labels");
        labels(annotations.skeleton());
        close();
        close();
        close();
        int number = 0;
        for (AnnotatedPicture picture : annotations.pictures()) {
            picture(number, picture, annotations.skeleton().parts());
            number++;
        }
        close();
    }

    private void labels(Skeleton skeleton) throws XMLStreamException {
        open("label");
        leaf("name", PERSON);
        leaf("type", "skeleton");
        open("attributes");
        open("attribute");
        leaf("name", ID);
        leaf("mutable", "False");
        leaf("input_type", "text");
        leaf("default_value", "");
        leaf("values", "");
        close();
        close();
        close();
        for (String part : skeleton.parts()) {
            open("label");
            leaf("name", part);
            leaf("type", "points");
            leaf("attributes", "");
            leaf("parent", PERSON);
            close();
        }
    }

    private void picture(int number, AnnotatedPicture picture, List<String> parts) throws XMLStreamException {
        open("image");
        xml.writeAttribute("id", Integer.toString(number));
        xml.writeAttribute("name", picture.name());
        xml.writeAttribute("width", Integer.toString(picture.width()));
        xml.writeAttribute("height", Integer.toString(picture.height()));
        for (AnnotatedPerson person : picture.people()) {
            open("skeleton");
            xml.writeAttribute("label", PERSON);
            xml.writeAttribute("source", "auto");
            xml.writeAttribute("z_order", "0");
            for (int p = 0; p < parts.size(); p++) {
                part(parts.get(p), person.marks().get(p));
            }
            indent();
            xml.writeStartElement("attribute");
            xml.writeAttribute("name", ID);
            xml.writeCharacters(person.id());
            xml.writeEndElement();
            close();
        }
        close();
    }

    private void part(String name, Mark mark) throws XMLStreamException {
        Optional<Point> guess = mark.point();
        indent();
        xml.writeEmptyElement("points");
        xml.writeAttribute("label", name);
        xml.writeAttribute("source", "auto");
        xml.writeAttribute("outside", mark.isLabelled() ? "0" : "1");
        xml.writeAttribute("occluded", mark.sight() == Sight.HIDDEN ? "1" : "0");
        // CVAT needs a place even for what is nowhere.
        Point at = guess.orElse(new Point(0, 0));
        xml.writeAttribute("points", Hundredths.text(at.x()) + "," + Hundredths.text(at.y()));
    }

    private void open(String name) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void leaf(String name, String text) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
