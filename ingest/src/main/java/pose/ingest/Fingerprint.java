package pose.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells whether two runs read the same recording in the same way, so that one can go on where the other stopped. Travels as
 * a header on every frame of a recording.
 *
 * @param hash 32 hexadecimal digits, over the recording and over how it is read
 * @param description the same for people, in one line; not compared
 */
public record Fingerprint(String hash, String description) {

    /** The record header: the hash, a space, the description; UTF-8. */
    public static final String HEADER = "pose-source";

    private static final int HASH_DIGITS = 32;

    public Fingerprint {
        if (!hash.matches("[0-9a-f]{" + HASH_DIGITS + "}")) {
            throw new IllegalArgumentException("a fingerprint's hash is '" + hash + "'; it has 32 hexadecimal digits");
        }
    }

    /**
     * Of the recording and of how it is read.
     *
     * @param content bytes that no other recording has
     * @param options decide what its frames look like
     * @param name for people
     */
    public static Fingerprint of(byte[] content, SourceOptions options, String name) {
        String reading = "fps " + (options.fps().isPresent() ? options.fps().getAsDouble() : "own") + ", width "
                + (options.width().isPresent() ? options.width().getAsInt() : "own") + ", quality " + options.quality();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            byte[] hash = digest.digest(reading.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(
                    HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS),
                    name.replaceAll("\\p{Cntrl}", "?") + ", " + reading);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As the header has it. */
    public byte[] toBytes() {
        return (hash + " " + description).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * From a header.
     *
     * @throws IllegalArgumentException where these bytes are none
     */
    public static Fingerprint parse(byte[] header) {
        String text = new String(header, StandardCharsets.UTF_8);
        if (text.length() <= HASH_DIGITS) {
            throw new IllegalArgumentException("no fingerprint in a header of " + header.length + " bytes");
        }
        return new Fingerprint(text.substring(0, HASH_DIGITS), text.substring(HASH_DIGITS + 1));
    }

    public boolean sameAs(Fingerprint other) {
        return hash.equals(other.hash);
    }
}
