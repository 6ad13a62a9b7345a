package pose.trainer.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Reads long lists of JSON element by element; what is wrong is told with the file and the element's place in its list. */
final class JsonLists {

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

    private JsonLists() {}

    /** Reads what a parser gives. */
    interface Reading {
        void read(JsonParser parser) throws IOException, BadAnnotationsException;
    }

    /** Takes one element; the message of what it throws says what is wrong with it. */
    interface Taker {
        void take(JsonNode node);
    }

    /** Opens a file, and tells of what cannot be read in one line. */
    static void read(Path file, Reading reading) throws BadAnnotationsException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            reading.read(parser);
        } catch (JsonProcessingException e) {
            // What breaks a limit of the parser's has no location.
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new BadAnnotationsException(file + line + ": damaged JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new BadAnnotationsException(file + ": cannot be read: " + e);
        }
    }

    /** Hands on every element of the list that the parser has just begun. */
    static void each(JsonParser parser, Path file, String list, Taker taker)
            throws IOException, BadAnnotationsException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = JSON.readTree(parser);
            if (node == null) {
                throw new BadAnnotationsException(file + ": breaks off in " + list);
            }
            try {
                taker.take(node);
            } catch (IllegalArgumentException e) {
                throw new BadAnnotationsException(file + ": " + list + " (index " + index + "): " + e.getMessage());
            }
            index++;
        }
    }
}
