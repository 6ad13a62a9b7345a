package pose.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Kills instances under load at moments drawn from a seed, starts them again, and judges what came out in the end. */
public final class Chaos {

    private static final Duration LONGEST_GAP = Duration.ofSeconds(90);
    private static final Duration LONGEST_REST = Duration.ofSeconds(120);
    /** A kill comes at most this long after an instance has begun to answer again: over several commits. */
    private static final int LONGEST_LIFE_MILLIS = 1500;

    private final String name;
    private final ChaosSettings settings;
    private final Random random;
    private final String bootstrap;
    private final long began = System.nanoTime();

    /**
     * Prepares a run.
     *
     * @param name for its report
     * @param bootstrap where its topics are, empty
     */
    public Chaos(String name, ChaosSettings settings, String bootstrap) {
        this.name = name;
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.bootstrap = bootstrap;
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
            log.awaitAnswered(published.total(), LONGEST_REST);
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
        await(random.nextInt(LONGEST_LIFE_MILLIS));
        Awaitility.await("frames in hand")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> feeder.acknowledged() > log.answered());
        long outstanding = feeder.acknowledged() - log.answered();
        victim.kill();
        long killed = System.nanoTime();
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

    private static void await(int millis) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a kill", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
        }
    }

    private static String diaries(List<Instance> instances) {
        return String.join(
                "\n=== next instance ===\n",
                instances.stream().map(Instance::diary).toList());
    }
}
