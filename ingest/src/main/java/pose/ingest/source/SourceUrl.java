package pose.ingest.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.athlete.SceneOptions;
import pose.ingest.SourceException;

/** What a source's URL asks for: every kind of source there is. */
sealed interface SourceUrl {

    /** A video file. */
    record VideoFileUrl(Path file) implements SourceUrl {}

    /** Rendered athletes. */
    record AthleteUrl(SceneOptions scene) implements SourceUrl {}

    String ALLOWED = "allowed: a video file (a path or file:PATH) or synthetic:athlete?seconds=10&fps=30";

    Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);

    /**
     * Reads a source's URL.
     *
     * @throws SourceException naming what is allowed; never quoting more of an unknown URL than its scheme (passwords)
     */
    static SourceUrl parse(String url) throws SourceException {
        if (url.isBlank()) {
            throw new SourceException("the source is empty; " + ALLOWED);
        }
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.matches() || isFile(url)) {
            return new VideoFileUrl(path(url));
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "file" -> new VideoFileUrl(path(scheme.group(2).replaceFirst("^//(?=/)", "")));
            case "synthetic" -> synthetic(scheme.group(2));
            default -> throw new SourceException("unknown kind of source '" + scheme.group(1) + ":'; " + ALLOWED);
        };
    }

    private static SourceUrl synthetic(String rest) throws SourceException {
        int question = rest.indexOf('?');
        String scene = question < 0 ? rest : rest.substring(0, question);
        if (!scene.equals("athlete")) {
            throw new SourceException("unknown synthetic source '" + scene + "'; allowed: athlete");
        }
        try {
            return new AthleteUrl(SceneOptions.parse(question < 0 ? "" : rest.substring(question + 1)));
        } catch (IllegalArgumentException e) {
            throw new SourceException("synthetic:athlete: " + e.getMessage());
        }
    }

    private static boolean isFile(String url) {
        try {
            return Files.exists(Path.of(url));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path path(String text) throws SourceException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SourceException("'" + text + "' is no file name: " + e.getReason());
        }
    }
}
