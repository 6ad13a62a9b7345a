package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.app.PoseCommandLine;
import pose.schema.Topics;

/** The documents name nothing that is not there: classes, files, topics, commands. */
class HonestDocuments {

    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CLASS_NAME =
            Pattern.compile("[A-Z][a-z]+[A-Za-z]*[A-Z][A-Za-z]+|Picture|Crop|Subject");
    private static final Pattern TOPIC = Pattern.compile("pose\\.[a-z]+\\.v\\d+");
    private static final Pattern COMMAND = Pattern.compile("\\./pose ([a-z]+)");
    /** Names of others' that look like ours. */
    private static final Set<String> FOREIGN = Set.of(
            "KafkaStreams",
            "ConsumerInterceptor",
            "TaskCorruptedException",
            "TopologyTestDriver",
            "StreamTask",
            "ProcessorStateManager");

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "README.md"})
    void shouldNameOnlyClassesThatExist(String document) throws IOException {
        Set<String> existing = javaFiles();

        Set<String> named = matches(IN_CODE, Files.readString(ROOT.resolve(document))).stream()
                .filter(word -> CLASS_NAME.matcher(word).matches())
                .filter(word -> !FOREIGN.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(existing).containsAll(named);
    }

    @Test
    void shouldTellOfEnoughClassesToFindOnesWayIn() throws IOException {
        Set<String> existing = javaFiles();
        Set<String> named = matches(IN_CODE, Files.readString(ROOT.resolve("ARCHITECTURE.md")));

        assertThat(named.stream().filter(existing::contains)).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "README.md"})
    void shouldNameOnlyTopicsThatExist(String document) throws IOException {
        Set<String> topics = Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());

        assertThat(topics).containsAll(matches(TOPIC, Files.readString(ROOT.resolve(document))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCHITECTURE.md", "README.md"})
    void shouldNameOnlyCommandsThatExist(String document) throws IOException {
        Set<String> commands = PoseCommandLine.of(
                        new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()))
                .getSubcommands()
                .keySet();

        assertThat(commands).containsAll(matches(COMMAND, Files.readString(ROOT.resolve(document))));
    }

    @Test
    void shouldNameEveryModuleInTheArchitecture() throws IOException {
        Set<String> modules =
                matches(Pattern.compile("<module>([^<]+)</module>"), Files.readString(ROOT.resolve("pom.xml")));

        assertThat(matches(IN_CODE, Files.readString(ROOT.resolve("ARCHITECTURE.md"))))
                .containsAll(modules);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        }
        return found;
    }

    private static Set<String> javaFiles() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") || name.endsWith(".avsc"))
                    .forEach(name -> names.add(name.substring(0, name.lastIndexOf('.'))));
        }
        return names;
    }
}
