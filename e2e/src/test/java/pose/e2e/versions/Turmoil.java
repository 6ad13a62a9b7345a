package pose.e2e.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.channel.ChannelWatch;
import pose.channel.Channels;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.Instance;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.store.WeightsStore;

/**
 * Several processes of {@link VersionWorkers}, killed one after the other at moments drawn from a seed and started again, while somebody
 * looks all the time whether channels and store agree. Used once.
 */
public final class Turmoil implements AutoCloseable {

    private static final int LONGEST_LIFE_MILLIS = 1_500;
    private static final Duration LONGEST_START = Patience.LONGEST;
    private static final Duration SHORTLY = Duration.ofMillis(20);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Path folder;
    private final ChaosSettings settings;
    private final List<Instance> processes = new ArrayList<>();
    private final Channels channels;
    private final WeightsStore store;
    private final ChannelWatch watch;
    private final List<String> leftOut = new ArrayList<>();
    private final ChangeOrder order = new ChangeOrder();
    private final Agreement agreement;

    /**
     * Prepares it.
     *
     * @param kafka with the topics of the weights, empty
     * @param template the folder of a version of which they publish more
     */
    public static Turmoil in(
            Path folder, Properties kafka, Path template, int processes, int workersEach, ChaosSettings settings)
            throws ChannelException {
        Turmoil turmoil = new Turmoil(folder, kafka, settings);
        for (int i = 0; i < processes; i++) {
            int number = i;
            turmoil.processes.add(new Instance(
                    folder.resolve("process-" + i),
                    life -> PoseProcess.start(
                            life,
                            VersionWorkers.class.getName(),
                            List.of("-Xmx256m"),
                            List.of(
                                    kafka.getProperty("bootstrap.servers"),
                                    folder.resolve("store").toString(),
                                    template.toString(),
                                    "p" + number,
                                    Integer.toString(workersEach),
                                    Long.toString(settings.seed() + 1000L * number)))));
        }
        return turmoil;
    }

    private Turmoil(Path folder, Properties kafka, ChaosSettings settings) throws ChannelException {
        this.folder = folder;
        this.settings = settings;
        this.channels = Channels.connect(kafka, Clock.systemUTC(), leftOut::add);
        this.store = WeightsStore.at(folder.resolve("store").toString());
        this.watch = ChannelWatch.open(kafka, leftOut::add);
        this.agreement = new Agreement(channels, store);
    }

    /** Lets them work and kills them, each kill another one; in the end all of them. */
    public TurmoilReport run() throws ChannelException, IOException {
        Random random = new Random(settings.seed());
        List<String> disagreements = new ArrayList<>();
        watch.start();
        for (Instance process : processes) {
            process.start();
        }
        for (Instance process : processes) {
            awaitWork(process, disagreements);
        }
        int looks = 0;
        for (int kill = 0; kill < settings.kills(); kill++) {
            Instance next = processes.get(kill % processes.size());
            long until = System.nanoTime() + 1_000_000L * random.nextInt(LONGEST_LIFE_MILLIS);
            while (System.nanoTime() < until) {
                look(disagreements);
                looks++;
            }
            next.kill();
            next.start();
            awaitWork(next, disagreements);
        }
        processes.forEach(Instance::kill);
        look(disagreements);
        while (!follow(QUIET).isEmpty()) {
            // What they committed last.
        }
        return report(disagreements, looks);
    }

    private TurmoilReport report(List<String> disagreements, int looks) throws ChannelException, IOException {
        ChannelState state = channels.read();
        return new TurmoilReport(
                settings.seed(), looks, acknowledged(), order, state, List.copyOf(disagreements), List.copyOf(leftOut));
    }

    private void awaitWork(Instance process, List<String> disagreements) throws ChannelException, IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (Files.size(out(process)) == 0) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it does nothing: " + process.diary());
            }
            look(disagreements);
        }
    }

    private void look(List<String> disagreements) throws ChannelException {
        disagreements.addAll(agreement.broken());
        follow(SHORTLY);
    }

    private List<?> follow(Duration longest) throws ChannelException {
        var changes = watch.poll(longest);
        changes.forEach(order::add);
        return changes;
    }

    private Path out(Instance process) {
        return folder.resolve("process-" + processes.indexOf(process))
                .resolve("life-" + process.lives())
                .resolve("out.txt");
    }

    private Acknowledged acknowledged() throws IOException {
        Acknowledged acknowledged = new Acknowledged();
        for (int i = 0; i < processes.size(); i++) {
            try (Stream<Path> lives = Files.list(folder.resolve("process-" + i))) {
                for (Path life : lives.toList()) {
                    acknowledged.add(Files.readString(life.resolve("out.txt")));
                }
            }
        }
        return acknowledged;
    }

    public WeightsStore store() {
        return store;
    }

    public Channels channels() {
        return channels;
    }

    @Override
    public void close() {
        processes.forEach(Instance::close);
        watch.close();
        channels.close();
        store.close();
    }
}
