package pose.ingest.config;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords that stand elsewhere: <code>${env:NAME}</code> and <code>${file:PATH}</code> within a URL. What is put into a URL is
 * percent-encoded, so that a password may have any characters; what stands for the whole URL is taken as it is.
 */
public final class SecretReferences {

    /** As the user means it: the environment of this process, and files as they are named. */
    public static final SecretReferences OF_THIS_PROCESS =
            new SecretReferences(name -> Optional.ofNullable(System.getenv(name)));

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final int LONGEST = 8 * 1024;

    private final Function<String, Optional<String>> environment;

    SecretReferences(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /**
     * A text with what its references stand for.
     *
     * @param whole the text
     * @param secrets each value that was put in, as it stands in {@code whole} and as it was found; never to be shown
     */
    public record Filled(String whole, List<String> secrets) {

        public Filled {
            secrets = List.copyOf(secrets);
        }

        /** A text in which none of them is left. */
        public String hide(String text) {
            String hidden = text;
            for (String secret : secrets) {
                hidden = hidden.replace(secret, "***");
            }
            return hidden;
        }
    }

    /**
     * Fills in what a URL refers to.
     *
     * @throws BadConfigException naming the reference whose variable or file is not there
     */
    public Filled fill(String url) throws BadConfigException {
        Matcher reference = REFERENCE.matcher(url);
        StringBuilder whole = new StringBuilder();
        List<String> secrets = new ArrayList<>();
        int end = 0;
        while (reference.find()) {
            String value = value(reference.group(1));
            String put = reference.group().length() == url.length() ? value : encoded(value);
            secrets.add(put);
            secrets.add(value);
            whole.append(url, end, reference.start()).append(put);
            end = reference.end();
        }
        return new Filled(whole.append(url, end, url.length()).toString(), secrets);
    }

    private String value(String reference) throws BadConfigException {
        int colon = reference.indexOf(':');
        String kind = colon < 0 ? "" : reference.substring(0, colon);
        String name = reference.substring(colon + 1);
        return switch (kind) {
            case "env" ->
                environment
                        .apply(name)
                        .filter(value -> !value.isEmpty())
                        .orElseThrow(() ->
                                new BadConfigException("${env:" + name + "}: the environment has no variable " + name));
            case "file" -> content(name);
            default ->
                throw new BadConfigException(
                        "${" + kind + (colon < 0 ? "" : ":") + "…} is unknown; allowed: ${env:NAME}, ${file:PATH}");
        };
    }

    private static String content(String path) throws BadConfigException {
        String problem;
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                problem = "is no file";
            } else if (Files.size(file) > LONGEST) {
                problem = "is larger than " + LONGEST + " bytes";
            } else {
                // Editors end a file with a line end.
                String value = Files.readString(file).strip();
                if (!value.isEmpty() && value.indexOf('\n') < 0) {
                    return value;
                }
                problem = "must hold one line";
            }
        } catch (InvalidPathException | IOException e) {
            problem = "cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        throw new BadConfigException("${file:" + path + "}: '" + path + "' " + problem);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
