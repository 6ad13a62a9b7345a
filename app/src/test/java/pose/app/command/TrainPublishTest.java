package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.weights.WeightsBroker;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.Channels;
import pose.schema.ActivationKind;
import pose.store.WeightsStore;

class TrainPublishTest {

    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private Path folder = Path.of("");

    private Path experiment = Path.of("");

    @BeforeEach
    void writeExperiment() throws IOException {
        experiment = folder.resolve("small.yaml");
        Files.writeString(experiment, """
                name: small
                preset: tiny
                stages: 2
                data:
                  training: ["synthetic:16"]
                  validation: "synthetic:4?seed=2"
                phases:
                  - { epochs: 1, inputSize: 64 }
                warmUpSteps: 1
                engine: mxnet
                run: %s
                store: %s
                """.formatted(folder.resolve("run"), folder.resolve("store")));
    }

    @Test
    void shouldAnnounceWhatItTrained() throws Exception {
        try (WeightsBroker kafka = WeightsBroker.start();
                Channels channels = kafka.channels()) {
            // when
            CommandLineRun run = CommandLineRun.of(
                    "train",
                    experiment.toString(),
                    "--publish",
                    "--shadow",
                    "0.5",
                    "--why",
                    "more data",
                    "--bootstrap",
                    kafka.bootstrap());

            // then
            assertThat(run.exitCode()).as(run.err()).isZero();
            Active candidate = channels.read()
                    .active(new Channel("small", Channel.CANDIDATE))
                    .orElseThrow();
            assertThat(candidate.record().getKind()).isEqualTo(ActivationKind.ANNOUNCED);
            assertThat(candidate.record().getWhy()).isEqualTo("more data");
            assertThat(candidate.record().getTrial().getShare()).isEqualTo(0.5);
            try (WeightsStore store = WeightsStore.at(folder.resolve("store").toString())) {
                assertThat(store.open(candidate.version()).manifestSha256())
                        .isEqualTo(candidate.record().getManifestSha256());
            }
        }
    }

    @Test
    void shouldLoseNoVersionWhenTheBrokerIsAway() throws Exception {
        // when
        CommandLineRun run =
                CommandLineRun.of("train", experiment.toString(), "--publish", "--bootstrap", NOBODY, "--wait", "1");

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(folder.resolve("store/small").toString());
        assertThat(run.err()).contains("training goes on");
        assertThat(run.errLines().get(run.errLines().size() - 1))
                .contains("but not announced on small/candidate")
                .contains("'pose weights promote small/")
                .contains("--channel candidate --weights-store " + folder.resolve("store"));
        try (WeightsStore store = WeightsStore.at(folder.resolve("store").toString())) {
            assertThat(store.versions()).hasSize(1);
        }
    }

    @Test
    void shouldRefuseATrialOfNothing() {
        CommandLineRun run = CommandLineRun.of("train", experiment.toString(), "--shadow", "0.5");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("they need --publish");
    }
}
