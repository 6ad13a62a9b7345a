package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.WeightsEvents;
import pose.cpm.BundledWeights;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.Load;
import pose.e2e.process.Patience;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.trial.TrialListener;
import pose.stream.trial.TrialSubject;
import pose.stream.trial.Trials;

/** Looking at frames twice costs a stream at full load next to nothing: the shadow waits until it is at rest. */
class ShadowYields {

    private static final Load CAMERAS = new Load(8, 0);
    private static final int FRAMES_PER_CAMERA = 40;
    private static final int TURNS = 3;
    private static final Duration LONGEST = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final AtomicLong looked = new AtomicLong();
    private final AtomicLong atFullLoad = new AtomicLong();
    private volatile BooleanSupplier loaded = () -> false;

    @Test
    void shouldLeaveAStreamAloneThatHasABacklog() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            // given
            Clients.createTopics(broker.bootstrap(), 2);
            long frames = Feeder.publishAll(broker.bootstrap(), CAMERAS, FRAMES_PER_CAMERA)
                    .total();
            double unused = framesPerSecond(broker, "warm-up", frames, false);

            // when each turn answers the same backlog
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                without.add(framesPerSecond(broker, "without-" + turn, frames, false));
                with.add(framesPerSecond(broker, "with-" + turn, frames, true));
            }

            // then: how fast it was is told, and is judged by whoever is alone on the machine
            double ratio = best(with) / best(without);
            System.out.printf(
                    Locale.ROOT,
                    "serving at full load: without a shadow %s frames/s, with one over every frame %s frames/s, best with "
                            + "over best without %.3f; of %d frames it looked at %d meanwhile%n",
                    words(without),
                    words(with),
                    ratio,
                    TURNS * frames,
                    atFullLoad.get());
            assertThat(problems).isEmpty();
            assertThat(atFullLoad).as("looks at full load").hasValueLessThan(TURNS * frames / 4);
        }
    }

    private double framesPerSecond(EmbeddedBroker broker, String name, long frames, boolean shadow) throws Exception {
        StreamConfig config =
                StreamConfig.of(broker.bootstrap()).withApplicationId(name).withStateDir(folder.resolve(name));
        WeightsVersion version = BundledWeights.open();
        WeightsVersion again = BundledAgain.publish(folder.resolve("again"), "again");
        try (LiveModel live = LiveModel.load(version, PersonLocator.WHOLE_IMAGE, EngineName.AUTO);
                WeightsEvents events =
                        WeightsEvents.connect(Clients.of(broker.bootstrap()), name, Clock.systemUTC(), problems::add);
                PoseStream stream = new PoseStream(config, live);
                Trials trials = Trials.begin(
                        live, stream::oldestWaiting, Clients.of(broker.bootstrap()), events, name, counting())) {
            live.tap(trials);
            if (shadow) {
                loaded = () -> stream.progress().posesOut() < frames;
                live.tryOut(again, camera -> false);
                trials.tryOut(
                        new TrialSubject(candidate(again), new Channel(again.name(), "stable"), Optional.empty()),
                        live.weights(),
                        live.candidate().orElseThrow());
            }
            stream.start();
            awaitPoses(stream, 1);
            long began = System.nanoTime();
            long first = stream.progress().posesOut();
            awaitPoses(stream, frames);
            double rate = (frames - first) / ((System.nanoTime() - began) / 1e9);
            if (shadow) {
                loaded = () -> false;
                // At rest it looks at what waits: without that, nothing would be proved.
                long duringLoad = looked.get();
                Awaitility.await().atMost(LONGEST).until(() -> looked.get() >= duringLoad + 10);
            }
            return rate;
        }
    }

    private static void awaitPoses(PoseStream stream, long count) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> stream.progress().posesOut() >= count);
    }

    private TrialListener counting() {
        return new TrialListener() {
            @Override
            public void looked(double distance, Duration took) {
                looked.incrementAndGet();
                if (loaded.getAsBoolean()) {
                    atFullLoad.incrementAndGet();
                }
            }
        };
    }

    private static Active candidate(WeightsVersion version) {
        return new Active(
                new Channel(version.name(), "candidate"),
                new Activation(
                        version.name(),
                        "candidate",
                        version.version(),
                        version.sha256(),
                        version.manifestSha256(),
                        0L,
                        "e2e",
                        "",
                        ActivationKind.PROMOTED,
                        List.of(),
                        new Trial(TrialMode.SHADOW, 1.0, List.of(), null)),
                0);
    }

    private static double best(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static String words(List<Double> rates) {
        return String.join(
                " / ",
                rates.stream()
                        .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                        .toList());
    }
}
