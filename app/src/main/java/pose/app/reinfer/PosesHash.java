package pose.app.reinfer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pose.app.replay.PosesBytes;
import pose.schema.PoseFrame;

/**
 * A SHA-256 of all that was seen, but for when and in which batches: over each event's camera (as Java's modified UTF-8 after its
 * length), epoch and sequence, and {@link PosesBytes}; camera by camera, each in its order.
 */
final class PosesHash {

    private final MessageDigest digest;
    private final DataOutputStream out;

    PosesHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    void add(PoseFrame event) {
        try {
            out.writeUTF(event.getCamera());
            out.writeLong(event.getEpoch());
            out.writeLong(event.getSequence());
            PosesBytes.write(out, event);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to nowhere", e);
        }
    }

    /** Of all that was added, hexadecimal; once. */
    String finished() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
