package pose.app.replay;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Original;

/**
 * A SHA-256 of all that a replay put out but for what depends on when it ran, so that two replays can be compared: the same
 * footage and weights give the same at any speed, anything else another.
 *
 * <p>It is the SHA-256 of the frames' own, one after the other in the order they were sent. A frame's own is over (numbers in
 * network byte order, text as Java's modified UTF-8 after its length): camera; 1 and the original epoch, sequence and capture
 * time in µs, or 0 and the place in its source in µs; width, height, encoding; the picture's length and bytes; how many headers,
 * and of each its key, length and value; and then 0 for a picture sent as it is; 1 for poses, with the SHA-256 of the weights,
 * the skeleton, how many people, and of each the box's x, y, width and height as doubles, the score as a float, how many
 * keypoints, and of each x, y and score as floats; or 2 for what could not be looked at.
 */
final class ReplayHash {

    private final MessageDigest all = sha256();

    /** One frame's own, hexadecimal. */
    static String of(RecordedFrame recorded, Content content) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            frame(out, recorded.frame(), recorded.original());
            // Large, and on the heap: past the stream.
            ByteBuffer picture = recorded.frame().getImage().duplicate();
            out.writeInt(picture.remaining());
            digest.update(picture);
            headers(out, recorded);
            content(out, content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to nowhere", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void frame(DataOutputStream out, Frame frame, @Nullable Original original) throws IOException {
        out.writeUTF(frame.getCamera());
        out.writeByte(original == null ? 0 : 1);
        if (original == null) {
            Long place = frame.getPtsUs();
            out.writeLong(place == null ? -1 : place);
        } else {
            out.writeLong(original.getEpoch());
            out.writeLong(original.getSequence());
            out.writeLong(original.getCaptureTimeUs());
        }
        out.writeInt(frame.getWidth());
        out.writeInt(frame.getHeight());
        out.writeUTF(frame.getEncoding().name());
    }

    private static void headers(DataOutputStream out, RecordedFrame recorded) throws IOException {
        out.writeInt(recorded.headers().size());
        for (Header header : recorded.headers()) {
            out.writeUTF(header.key());
            byte @Nullable [] value = header.value();
            out.writeInt(value == null ? -1 : value.length);
            out.write(value == null ? new byte[0] : value);
        }
    }

    private static void content(DataOutputStream out, Content content) throws IOException {
        if (content instanceof Content.Poses poses) {
            out.writeByte(1);
            PosesBytes.write(out, poses.seen());
        } else {
            out.writeByte(content instanceof Content.Unseen ? 2 : 0);
        }
    }

    /** Adds the next frame's own. */
    void add(String digest) {
        all.update(HexFormat.of().parseHex(digest));
    }

    /** Of all that was added; nothing can be added any more. */
    String finished() {
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
