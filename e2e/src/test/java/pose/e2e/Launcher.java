package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./pose} cannot run or build with is told in one clear line, and it leaves no Maven behind. */
class Launcher {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String THIS_JDK = System.getProperty("java.home");

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");

    @BeforeAll
    static void needAShell() {
        Assumptions.assumeTrue(Files.isExecutable(SHELL), "no " + SHELL);
    }

    /** The launcher in a project of which nothing was built yet. */
    @BeforeEach
    void copyTheLauncher() throws IOException {
        // The system's own temporary folder may be behind a link.
        project = Files.createDirectory(folder.toRealPath().resolve("project"));
        executable(project.resolve("pose"), Files.readString(Path.of("..", "pose")));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void shouldNameTheJavaHomeThatHoldsNoJava() throws Exception {
        LauncherRun run = run(Map.of("JAVA_HOME", "/no/such/jdk"));

        assertFails(run, "JAVA_HOME", "'/no/such/jdk'", "holds no bin/java", "JDK 17 or newer");
    }

    @Test
    void shouldNameTheVersionOfAJdkThatIsTooOld() throws Exception {
        Path old = jdk("jdk-11");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        LauncherRun run = run(Map.of("JAVA_HOME", old.toString()));

        assertFails(run, old.toString(), "'11.0.2'", "needs a JDK 17 or newer");
    }

    @Test
    void shouldAskAJavaThatHasNoReleaseFileForItsVersion() throws Exception {
        Path old = jdk("jdk-8");
        executable(old.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_292\"' >&2\n");

        LauncherRun run = run(Map.of("JAVA_HOME", old.toString()));

        assertFails(run, old.toString(), "'1.8.0_292'", "needs a JDK 17 or newer");
    }

    @Test
    void shouldAskForAJdkWhereThereIsNoJavaOnThePath() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        executable(tools.resolve("dirname"), "#!/bin/sh\nexec '" + onThePath("dirname") + "' \"$@\"\n");

        LauncherRun run = run(Map.of("PATH", tools.toString()));

        assertFails(run, "no java found", "install a JDK 17 or newer", "JAVA_HOME");
    }

    @Test
    void shouldAskForMavenWhereItHasToBuild() throws Exception {
        LauncherRun run = run(Map.of("JAVA_HOME", THIS_JDK, "MVN", "/nonexistent"));

        assertFails(run, "no Maven found ('/nonexistent')", "Maven 3.8 or newer");
    }

    @Test
    void shouldAskForACompilerWhereItHasToBuild() throws Exception {
        Path runtime = jdk("jre");
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        LauncherRun run = run(Map.of("JAVA_HOME", runtime.toString(), "MVN", "sh"));

        assertFails(run, runtime.toString(), "no compiler");
    }

    @Test
    void shouldFindItsProjectThroughLinksAndShowWhyABuildFailed() throws Exception {
        // given
        Path maven = executable(folder.resolve("mvn"), "#!/bin/sh\necho \"[ERROR] no luck in $PWD\"\nexit 1\n");
        Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/first"), Path.of("../project/pose"));
        Path link = Files.createSymbolicLink(folder.resolve("second"), folder.resolve("bin/first"));

        // when
        LauncherRun run = LauncherRun.of(link, Map.of("JAVA_HOME", THIS_JDK, "MVN", maven.toString()));

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .containsExactly(
                        "building pose (first run) …",
                        "[ERROR] no luck in " + project,
                        "pose: the build failed; what Maven said is above and in "
                                + project.resolve("target/pose/build.log"));
    }

    @Test
    void shouldRunTheJarsThatWereCarriedHereWithoutABuild() throws Exception {
        // given
        Path runtime = jdk("jre");
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        executable(runtime.resolve("bin/java"), "#!/bin/sh\necho \"$@\" >&2\n");
        Path jars = Files.createDirectory(project.resolve("jars"));
        Files.writeString(jars.resolve("classpath"), "app.jar\nlibraries/kafka.jar\n");

        // when
        LauncherRun run = run(Map.of("JAVA_HOME", runtime.toString(), "MVN", "/nonexistent"));

        // then
        assertThat(run.exitCode()).as(String.join("\n", run.err())).isZero();
        assertThat(run.err())
                .singleElement()
                .asString()
                .endsWith("-cp " + jars.resolve("app.jar") + ":" + jars.resolve("libraries/kafka.jar")
                        + " pose.app.Main --version");
        assertThat(project.resolve("target")).doesNotExist();
    }

    @Test
    void shouldEndTheBuildWhenItIsToldToEnd() throws Exception {
        // given
        Path pid = folder.resolve("pid");
        Path maven = executable(folder.resolve("mvn"), "#!/bin/sh\necho $$ >'" + pid + "'\nexec sleep 600\n");
        Process launcher =
                LauncherRun.start(project.resolve("pose"), Map.of("JAVA_HOME", THIS_JDK, "MVN", maven.toString()));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(pid) && Files.size(pid) > 1);
        ProcessHandle build =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        try {
            // when
            // Process.destroy would also close what it says.
            launcher.toHandle().destroy();

            // then
            assertThat(launcher.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(build.isAlive()).as("Maven runs on").isFalse();
            LauncherRun run = LauncherRun.ended(launcher);
            assertThat(run.exitCode()).isEqualTo(143);
            assertThat(run.err())
                    .containsExactly("building pose (first run) …", "pose: stopped before the build was done");
        } finally {
            build.destroyForcibly();
        }
    }

    private LauncherRun run(Map<String, String> environment) throws Exception {
        return LauncherRun.of(project.resolve("pose"), environment);
    }

    private static void assertFails(LauncherRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().startsWith("pose: ").contains(named);
    }

    private Path jdk(String name) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        return jdk;
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThePath(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
