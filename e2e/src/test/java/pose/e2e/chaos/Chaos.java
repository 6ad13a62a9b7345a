package pose.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import pose.e2e.process.Patience;

/**
 * Kills instances under load at moments drawn from a seed, starts them again, and judges what came out in the end. A run
 * is used once.
 */
public final class Chaos {

    private static final Duration LONGEST_GAP = Patience.LONGEST;
    private static final Duration LONGEST_REST = Duration.ofMinutes(3);
    /** A kill comes at most this long after an instance has begun to answer again: over several commits. */
    private static final int LONGEST_LIFE_MILLIS = 1500;

    private final String name;
    private final ChaosSettings settings;
    private final Random random;
    private final String bootstrap;
    private final Duration patience;
    private final Consumer<Instance> ending;
    private final long began = System.nanoTime();

    private Chaos(String name, ChaosSettings settings, String bootstrap, Duration patience, Consumer<Instance> ending) {
        this.name = name;
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.bootstrap = bootstrap;
        this.patience = patience;
        this.ending = ending;
    }

    /**
     * Prepares a run.
     *
     * @param name for its report
     * @param bootstrap where its topics are, empty
     */
    public static Chaos on(String bootstrap, String name, ChaosSettings settings) {
        return new Chaos(name, settings, bootstrap, Duration.ofSeconds(60), Instance::kill);
    }

    /** As this, but instances are told to end, as SIGTERM does, and are waited for. */
    public Chaos graceful() {
        return new Chaos(name, settings, bootstrap, patience, Instance::stop);
    }

    /** As this, but once no answer has come for so long, what is not answered is lost. */
    public Chaos withPatience(Duration longest) {
        return new Chaos(name, settings, bootstrap, longest, ending);
    }

    /**
     * Starts the instances, feeds them, kills one after the other in turn, and lets them end their work.
     *
     * @param instances not started yet; each kill hits the next of them
     */
    public ChaosReport run(Load load, int framesPerSecond, List<Instance> instances) {
        try (AnswerLog log = AnswerLog.open(bootstrap);
                Feeder feeder = Feeder.start(bootstrap, load, framesPerSecond)) {
            instances.forEach(Instance::start);
            List<Kill> kills = new ArrayList<>();
            for (int i = 0; i < settings.kills(); i++) {
                kills.add(kill(instances.get(i % instances.size()), log, feeder));
            }
            Published published = feeder.stop();
            log.awaitSettled(published.total(), patience);
            instances.forEach(Instance::stop);
            log.awaitEnd(LONGEST_REST);
            ChaosReport report =
                    new ChaosReport(name, settings.seed(), kills, Verifier.judge(published, log.answers()));
            System.out.println(report);
            return report;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    name + " with seed " + settings.seed() + ": " + e.getMessage() + "\n" + diaries(instances), e);
        } finally {
            instances.forEach(Instance::close);
        }
    }

    private Kill kill(Instance victim, AnswerLog log, Feeder feeder) {
        long before = log.answered();
        log.awaitAnswered(before + 1, LONGEST_GAP);
        Moments.await(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
        Awaitility.await("frames in hand")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> feeder.acknowledged() > log.answered());
        long outstanding = feeder.acknowledged() - log.answered();
        long killed = System.nanoTime();
        ending.accept(victim);
        long answered = log.answered() - before;
        victim.start();
        AnswerLog.Mark mark = log.mark();
        Awaitility.await("the first answer after a kill")
                .pollInSameThread()
                .atMost(LONGEST_GAP)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> log.firstArrivalAfter(mark).isPresent());
        Duration gap = Duration.ofNanos(log.firstArrivalAfter(mark).orElseThrow() - killed);
        return new Kill(Duration.ofNanos(killed - began), answered, outstanding, gap);
    }

    private static String diaries(List<Instance> instances) {
        return String.join(
                "\n=== next instance ===\n",
                instances.stream().map(Instance::diary).toList());
    }
}
