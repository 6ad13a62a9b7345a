package pose.app.replay;

import java.io.DataOutputStream;
import java.io.IOException;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;

/**
 * What was seen in a frame, as the bytes that hashes are over: the SHA-256 of the weights, the skeleton, how many people, and of
 * each the box's x, y, width and height as doubles, the score as a float, how many keypoints, and of each x, y and score as
 * floats. Numbers are in network byte order, text is Java's modified UTF-8 after its length.
 */
public final class PosesBytes {

    private PosesBytes() {}

    /** Writes them. */
    public static void write(DataOutputStream out, PoseFrame event) throws IOException {
        out.writeUTF(event.getWeights().getSha256());
        out.writeUTF(event.getSkeleton());
        out.writeInt(event.getPeople().size());
        for (Person person : event.getPeople()) {
            BoundingBox box = person.getBox();
            out.writeDouble(box.getX());
            out.writeDouble(box.getY());
            out.writeDouble(box.getWidth());
            out.writeDouble(box.getHeight());
            out.writeFloat(person.getScore());
            out.writeInt(person.getKeypoints().size());
            for (PartPosition part : person.getKeypoints()) {
                out.writeFloat(part.getX());
                out.writeFloat(part.getY());
                out.writeFloat(part.getScore());
            }
        }
    }
}
