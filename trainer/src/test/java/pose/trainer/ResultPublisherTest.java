package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.EngineName;
import pose.cpm.VersionId;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.store.WeightsStore;
import pose.trainer.judging.Figures;

class ResultPublisherTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Figures PCK = new Figures("pck@0.2", OptionalDouble.of(50), Map.of(), 4);

    @TempDir
    private Path folder = Path.of("");

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forTraining());

    @AfterEach
    void close() {
        manager.close();
    }

    private Experiment experiment() {
        return Experiment.parse("""
                name: tiny
                preset: tiny
                stages: 2
                data: { training: ["synthetic:4"], validation: "synthetic:4" }
                phases: [{ epochs: 1, inputSize: 64 }]
                batch: 2
                engine: mxnet
                run: %s
                store: %s
                """.formatted(folder.resolve("run"), folder.resolve("store")));
    }

    private ConvolutionalPoseMachine network(int seed) {
        Engine.getEngine(EngineName.MXNET.forTraining()).setRandomSeed(seed);
        ConvolutionalPoseMachine network =
                new ConvolutionalPoseMachine(experiment().architecture());
        network.initialize(manager);
        return network.folded(manager);
    }

    private ResultPublisher publisher() throws Exception {
        Experiment experiment = experiment();
        return new ResultPublisher(experiment, ExperimentData.open(experiment.data()), NOON, "abc123");
    }

    @Test
    void shouldCountTheDaysResults() throws Exception {
        PublishedResult first = publisher().publish(network(1), PCK, "mxnet");

        PublishedResult second = publisher().publish(network(2), PCK, "mxnet");

        assertThat(first.id()).isEqualTo(VersionId.parse("tiny/2026-01-02.1"));
        assertThat(second.id()).isEqualTo(VersionId.parse("tiny/2026-01-02.2"));
        assertThat(second.place())
                .isEqualTo(folder.resolve("store/tiny/2026-01-02.2").toString());
    }

    @Test
    void shouldTakeAResultThatIsThereForItsOwn() throws Exception {
        PublishedResult first = publisher().publish(network(1), PCK, "mxnet");

        PublishedResult again = publisher().publish(network(1), PCK, "mxnet");

        assertThat(again).isEqualTo(first);
        try (WeightsStore store = WeightsStore.at(experiment().store())) {
            assertThat(store.versions()).hasSize(1);
        }
    }

    @Test
    void shouldGiveEachOfSeveralTrainersANumberOfItsOwn() throws Exception {
        List<Callable<PublishedResult>> trainers = new ArrayList<>();
        for (int trainer = 1; trainer <= 3; trainer++) {
            ConvolutionalPoseMachine network = network(trainer);
            ResultPublisher publisher = publisher();
            trainers.add(() -> publisher.publish(network, PCK, "mxnet"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(trainers.size());

        List<String> versions = new ArrayList<>();
        for (Future<PublishedResult> trainer : threads.invokeAll(trainers)) {
            versions.add(trainer.get().id().version());
        }
        threads.shutdown();

        assertThat(versions).containsExactlyInAnyOrder("2026-01-02.1", "2026-01-02.2", "2026-01-02.3");
    }

    @Test
    void shouldSayWhereNothingCanBePublished() throws Exception {
        Files.writeString(folder.resolve("store"), "a file where the folder should be");
        ResultPublisher publisher = publisher();
        ConvolutionalPoseMachine network = network(1);

        assertThatThrownBy(() -> publisher.publish(network, PCK, "mxnet"))
                .isInstanceOf(NotPublishedException.class)
                .hasMessageStartingWith("the result is not published: " + folder.resolve("store"));
    }
}
