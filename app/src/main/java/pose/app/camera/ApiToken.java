package pose.app.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import pose.app.UserMistake;

/** The word that whoever changes cameras over HTTP must know. Only its digest is kept. */
public final class ApiToken {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;

    private ApiToken(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Reads the one line of a file.
     *
     * @throws UserMistake where there is none of 16 to 4096 characters
     */
    public static ApiToken read(Path file) {
        String token;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 4 * LONGEST) {
                throw new UserMistake("--api-token-file: '" + file + "' is no file of one line");
            }
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserMistake(
                    "--api-token-file: '" + file + "' cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
        if (token.length() < SHORTEST
                || token.length() > LONGEST
                || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new UserMistake("--api-token-file: '" + file + "' holds no token; allowed: one line of " + SHORTEST
                    + " to " + LONGEST + " ASCII characters without blanks");
        }
        return new ApiToken(digest(token));
    }

    /** Whether this is the header that has it; takes as long for a wrong one as for the right one. */
    boolean isIn(String authorization) {
        return authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length())));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
