package pose.ingest.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The file that names the cameras, looked at again and again. A save counts once two looks in a row have found the same, so
 * that nothing is made of a file that is half written, or of the moment between two names.
 *
 * <p>Not safe for several threads.
 */
final class CamerasFile {

    private static final long LONGEST = 1 << 20;

    private final Path file;
    private final CamerasYaml yaml;
    private Content taken = Content.NONE;
    private Content seen = Content.NONE;

    /** What a look found; nothing where the file cannot be read. */
    private record Content(Optional<String> text, Optional<FileTime> time, String problem) {

        static final Content NONE = new Content(Optional.empty(), Optional.empty(), "");

        static Content problem(String problem) {
            return new Content(Optional.empty(), Optional.empty(), problem);
        }
    }

    /** What became of a save. */
    sealed interface Save {}

    /** The file says this now. */
    record Good(CamerasConfig config) implements Save {}

    /** The file is wrong now: one line. */
    record Wrong(String line) implements Save {}

    CamerasFile(Path file, SecretReferences references) {
        this.file = file;
        this.yaml = new CamerasYaml(references);
    }

    CamerasYaml yaml() {
        return yaml;
    }

    /**
     * Reads it now.
     *
     * @throws BadConfigException naming the file and what is wrong in it
     */
    CamerasConfig read() throws BadConfigException {
        taken = content();
        seen = taken;
        return parse(taken);
    }

    /** What a save since the last look but one made of it; empty where there was none, or it may not be whole yet. */
    Optional<Save> look() {
        Content now = content();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(taken)) {
            return Optional.empty();
        }
        taken = now;
        try {
            return Optional.of(new Good(parse(now)));
        } catch (BadConfigException e) {
            return Optional.of(new Wrong(String.valueOf(e.getMessage())));
        }
    }

    private CamerasConfig parse(Content content) throws BadConfigException {
        try {
            return yaml.parse(content.text().orElseThrow(() -> new BadConfigException(content.problem())));
        } catch (BadConfigException e) {
            throw new BadConfigException(file + ": " + e.getMessage(), e);
        }
    }

    private Content content() {
        try {
            if (!Files.isRegularFile(file)) {
                return Content.problem(Files.exists(file) ? "is no file" : "there is no such file");
            }
            if (Files.size(file) > LONGEST) {
                return Content.problem("is larger than 1 MiB");
            }
            FileTime time = Files.getLastModifiedTime(file);
            return new Content(Optional.of(Files.readString(file)), Optional.of(time), "");
        } catch (NoSuchFileException e) {
            return Content.problem("there is no such file");
        } catch (CharacterCodingException e) {
            return Content.problem("is no text in UTF-8");
        } catch (IOException e) {
            return Content.problem("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Who else may read it, e.g. {@code rw-r--r--}; empty where only its owner may, or nobody can tell. */
    Optional<String> readableByOthers() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.OTHERS_READ)
                            || permissions.contains(PosixFilePermission.GROUP_READ)
                    ? Optional.of(PosixFilePermissions.toString(permissions))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
