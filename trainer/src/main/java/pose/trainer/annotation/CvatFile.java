package pose.trainer.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import pose.skeleton.Skeleton;

/**
 * Reads "CVAT for images 1.1" (docs.cvat.ai, XML annotation format), as CVAT and {@link CvatLabels} write it. A person is a
 * {@code skeleton} whose {@code points} are labelled with part names; or loose {@code points} with part names in one {@code
 * group_id}; or loose {@code points} with as many places as there are parts, in skeleton order. Other shapes are passed over.
 * Document types, and with them entities, are refused.
 *
 * @param passedOver shapes that are none of these
 */
public record CvatFile(Annotations annotations, int passedOver) {

    private static final String EXPECTED = "CVAT for images 1.1: an element annotations with image elements";

    /**
     * Reads a file.
     *
     * @param asked the skeleton it must be of; without one, the first that has all its parts
     * @throws BadAnnotationsException naming the file and the line, where it is none of this form
     */
    public static CvatFile read(Path file, Optional<Skeleton> asked) throws BadAnnotationsException {
        List<CvatPicture> pictures = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            try {
                readAll(file, xml, pictures);
            } catch (IllegalArgumentException e) {
                throw new BadAnnotationsException(
                        file + " line " + xml.getLocation().getLineNumber() + ": " + e.getMessage());
            } finally {
                xml.close();
            }
        } catch (NoSuchFileException e) {
            throw new BadAnnotationsException(file + ": no such file; expected " + EXPECTED);
        } catch (XMLStreamException e) {
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNumber();
            throw new BadAnnotationsException(file + line + ": damaged XML: " + reason(e));
        } catch (IOException e) {
            throw new BadAnnotationsException(file + ": cannot be read: " + e);
        }
        return of(file, asked, pictures);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The parser's messages have the location in front, on a line of their own. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().reduce((first, last) -> last).orElse("").replaceFirst("^Message: ", "");
    }

    private static void readAll(Path file, XMLStreamReader xml, List<CvatPicture> pictures)
            throws XMLStreamException, BadAnnotationsException {
        boolean begun = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new IllegalArgumentException("a document type (<!DOCTYPE …>) is not allowed");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!begun && !xml.getLocalName().equals("annotations")) {
                throw new BadAnnotationsException(
                        file + ": begins with <" + xml.getLocalName() + ">; expected " + EXPECTED);
            }
            begun = true;
            switch (xml.getLocalName()) {
                case "image" -> pictures.add(CvatPicture.read(xml));
                case "track" ->
                    throw new IllegalArgumentException(
                            "a track: this is CVAT for video; export the task as 'CVAT for images 1.1'");
                default -> {}
            }
        }
    }

    private static CvatFile of(Path file, Optional<Skeleton> asked, List<CvatPicture> pictures)
            throws BadAnnotationsException {
        if (pictures.isEmpty()) {
            throw new BadAnnotationsException(file + ": has no image; expected " + EXPECTED);
        }
        List<String> names = pictures.stream()
                .flatMap(CvatPicture::partNames)
                .distinct()
                .sorted()
                .toList();
        Skeleton skeleton = asked.or(() -> Stream.of(Skeleton.LSP14, Skeleton.MPII16, Skeleton.COCO17, Skeleton.FLIC9)
                        .filter(one -> one.parts().containsAll(names))
                        .findFirst())
                .orElseThrow(() -> new BadAnnotationsException(file + ": no skeleton has the parts "
                        + String.join(", ", names) + "; allowed: those of one of " + Skeleton.names()));
        List<AnnotatedPicture> annotated = new ArrayList<>();
        int passedOver = 0;
        try {
            for (CvatPicture picture : pictures) {
                annotated.add(picture.in(skeleton));
                passedOver += picture.others();
            }
            return new CvatFile(new Annotations(skeleton, annotated), passedOver);
        } catch (IllegalArgumentException e) {
            throw new BadAnnotationsException(file + ": " + e.getMessage());
        }
    }
}
