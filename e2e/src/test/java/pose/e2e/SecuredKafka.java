package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.app.broker.EmbeddedBroker;
import pose.app.broker.ListenerSecurity;
import pose.e2e.process.PoseProcess;

/**
 * Every command speaks with a Kafka that wants a password, over TLS too, as {@code --kafka-config} says; what is wrong there
 * is one line, and the password is in none.
 */
@Timeout(600)
class SecuredKafka {

    private static final String USER = "alice";
    private static final String PASSWORD = "open-sesame-4711";
    private static final String WRONG = "open-barley-0815";
    private static final String STORE_PASSWORD = "changeit";
    private static final int FRAMES = 10;
    private static final String SOURCE = "synthetic:athlete?seconds=1&fps=" + FRAMES + "&width=96&height=64";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"SASL_PLAINTEXT", "SASL_SSL"})
    void shouldServeEveryCommandThatKnowsThePassword(String protocol) throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.secured(security(protocol))) {
            String[] kafka = kafka(broker, protocol, PASSWORD);
            List<String> told = new ArrayList<>();
            assertDone(told, PoseRun.of(with(kafka, "topics", "create", "--partitions", "1")));
            Path weights = UntrainedWeights.publish(folder.resolve("store"));
            try (PoseProcess stream = PoseProcess.start(
                    folder.resolve("stream"),
                    List.of(with(kafka, "stream", PoseProcess.WHOLE_PICTURES, "--weights", weights.toString())))) {

                // when
                assertDone(told, PoseRun.of(with(kafka, "ingest", "--camera", "gate", "--source", SOURCE)));

                // then
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInSameThread()
                        .untilAsserted(() -> {
                            assertThat(stream.alive()).as(stream.err()).isTrue();
                            PoseRun watch = PoseRun.of(with(kafka, "watch", "--from-beginning", "--until-end"));
                            assertDone(told, watch);
                            assertThat(watch.out()).hasSize(FRAMES);
                        });
                stream.askToEnd();
                assertThat(stream.endsWithin(Duration.ofSeconds(30))).isTrue();
                told.add(stream.out() + stream.err());
            }
            assertThat(told).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContain(PASSWORD));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics create", "ingest --camera gate --source " + SOURCE, "watch", "stream"})
    void shouldTellAWrongPasswordInOneLine(String command) throws Exception {
        // given
        try (EmbeddedBroker broker = EmbeddedBroker.secured(security("SASL_PLAINTEXT"))) {
            String[] kafka = kafka(broker, "SASL_PLAINTEXT", WRONG);

            // when
            try (PoseProcess run = PoseProcess.start(folder.resolve("run"), List.of(with(kafka, command.split(" "))))) {

                // then
                assertThat(run.endsWithin(Duration.ofSeconds(20))).as(run.err()).isTrue();
                assertThat(run.exitCode()).isEqualTo(1);
                assertThat(run.out()).isEmpty();
                // JDK 24 and newer warn of libraries in lines of their own, which the launcher turns off.
                assertThat(run.err().lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING: ")))
                        .singleElement()
                        .asString()
                        .startsWith("pose ")
                        .contains(broker.bootstrap(), "Authentication failed", "--kafka-config")
                        .doesNotContain(WRONG);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // No such thing, no end, no password.
                "sasl.jaas.config=Nonsense required password=\"" + PASSWORD + "\";",
                "sasl.jaas.config=" + "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\""
                        + " password=\"" + PASSWORD + "\"",
                "sasl.mechanism=" + "PLAIN",
                "ssl.truststore.location=none.p12\nsecurity.protocol=SASL_SSL\nssl.truststore.password=" + PASSWORD
                        + "\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;",
            })
    void shouldTellABadSettingInOneLine(String setting) throws Exception {
        // given
        Path file = Files.writeString(
                folder.resolve("kafka.properties"),
                "bootstrap.servers=localhost:1\nsecurity.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n" + setting);

        // when
        PoseRun run = PoseRun.of("watch", "--kafka-config", file.toString());

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("--kafka-config '" + file + "'")
                .doesNotContain(PASSWORD, "unexpected");
    }

    private static void assertDone(List<String> told, PoseRun run) {
        told.addAll(run.out());
        told.addAll(run.err());
        assertThat(run.exitCode()).as(run.reason()).isZero();
    }

    private static String[] with(String[] kafka, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(kafka));
        return line.toArray(String[]::new);
    }

    private String[] kafka(EmbeddedBroker broker, String protocol, String password) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("security.protocol", protocol);
        settings.setProperty("sasl.mechanism", "PLAIN");
        settings.setProperty("sasl.jaas.config", jaas("username=\"" + USER + "\" password=\"" + password + "\""));
        if (protocol.equals("SASL_SSL")) {
            settings.setProperty(
                    "ssl.truststore.location", folder.resolve("broker.p12").toString());
            settings.setProperty("ssl.truststore.password", STORE_PASSWORD);
        }
        Path file = folder.resolve("kafka.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return new String[] {"--bootstrap", broker.bootstrap(), "--kafka-config", file.toString()};
    }

    private ListenerSecurity security(String protocol) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("plain.sasl.jaas.config", jaas("user_" + USER + "=\"" + PASSWORD + "\""));
        if (protocol.equals("SASL_SSL")) {
            settings.put("ssl.keystore.location", certificate().toString());
            settings.put("ssl.keystore.type", "PKCS12");
            settings.put("ssl.keystore.password", STORE_PASSWORD);
            settings.put("ssl.key.password", STORE_PASSWORD);
        }
        return new ListenerSecurity(protocol, "PLAIN", settings);
    }

    private static String jaas(String options) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required " + options + ";";
    }

    /** The broker's key and certificate, signed by itself, which is also what its clients trust. */
    private Path certificate() throws IOException, InterruptedException {
        Path file = folder.resolve("broker.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return file;
    }
}
