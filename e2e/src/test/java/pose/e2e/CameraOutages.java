package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pose.e2e.chaos.Moments;
import pose.e2e.outage.CameraAccount;
import pose.e2e.outage.Outages;
import pose.e2e.outage.OwnResources;
import pose.e2e.process.Patience;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraSettings;
import pose.ingest.camera.Cameras;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.MpegTsSender;
import pose.ingest.servers.RtspServer;
import pose.ingest.servers.RtspSettings;

/**
 * Cameras that go away at random moments come back by themselves, in the same epoch, and frames and gaps add up to all that
 * was, or should have been. {@code pose.outages} says how many (6, in the long form 200), {@code pose.chaos.seed} when.
 */
@Tag("chaos")
class CameraOutages {

    private static final int OUTAGES = Integer.getInteger("pose.outages", 6);
    private static final long SEED = Long.getLong("pose.chaos.seed", new SecureRandom().nextInt(Integer.MAX_VALUE));
    private static final Duration LONGEST = Patience.LONGEST;
    private static final CameraPicture PICTURE = new CameraPicture(320, 240, 25);

    /** Something that can be taken away. */
    private interface Camera {

        void start() throws IOException;

        void kill();
    }

    private final Map<String, LongAdder> published = new ConcurrentHashMap<>();
    private final CameraListener listener = new CameraListener() {
        @Override
        public void published(String camera, int bytes) {
            published.computeIfAbsent(camera, id -> new LongAdder()).increment();
        }
    };

    @Test
    void shouldBeRecoveredFromAndAccountedFor() throws Exception {
        assumeThat(RtspServer.available().present())
                .as(RtspServer.available().reason())
                .isTrue();
        // given
        try (TestKafka kafka = Kafkas.open();
                RtspServer rtsp = new RtspServer(RtspSettings.of(PICTURE));
                MpegTsSender ts = new MpegTsSender(PICTURE)) {
            Clients.createTopics(kafka.bootstrap(), 2);
            rtsp.start();
            ts.start();
            try (Cameras cameras = Cameras.connect(Clients.of(kafka.bootstrap()), LONGEST, listener)) {
                cameras.apply(List.of(camera("rtsp", rtsp.url()), camera("ts", ts.url())));
                awaitMore("rtsp", 1);
                awaitMore("ts", 1);

                // when
                CompletableFuture<Outages> first = force("rtsp", camera(rtsp::start, rtsp::kill), SEED);
                CompletableFuture<Outages> second = force("ts", camera(ts::start, ts::kill), SEED + 1);
                first.join();
                second.join();
                OwnResources atHalf = OwnResources.now();
                CompletableFuture<Outages> third = force("rtsp", camera(rtsp::start, rtsp::kill), SEED + 2);
                CompletableFuture<Outages> fourth = force("ts", camera(ts::start, ts::kill), SEED + 3);
                third.join();
                fourth.join();
                OwnResources atEnd = OwnResources.now();
                long unsent = cameras.stop();

                // then
                CameraAccount overRtsp = CameraAccount.read(kafka.bootstrap(), "rtsp");
                CameraAccount overTs = CameraAccount.read(kafka.bootstrap(), "ts");
                System.out.println("CameraOutages, seed " + SEED + ":\n  " + together(first, third) + "\n  " + overRtsp
                        + "\n  " + together(second, fourth) + "\n  " + overTs + "\n  at half: " + atHalf
                        + "\n  at the end: " + atEnd);
                assertThat(unsent).isZero();
                requireAllOfIt(overRtsp);
                requireAllOfIt(overTs);
                assertThat(atEnd.threads()).isLessThanOrEqualTo(atHalf.threads() + 2);
                assertThat(atEnd.files()).isLessThanOrEqualTo(atHalf.files() + 4);
                assertThat(atEnd.residentKib()).isLessThan(atHalf.residentKib() + 48 * 1024);
            }
        }
    }

    /** Frames and gaps tile their numbers, and are as many as the time had room for, give or take what an outage's ends do. */
    private static void requireAllOfIt(CameraAccount account) {
        account.requireWhole();
        double due = account.span().toMillis() / 1e3 * PICTURE.fps() + 1;
        double counted = account.frames().size() + account.missing();
        assertThat(counted).as(account + ", due " + due).isBetween(due * 0.97 - 5, due * 1.03 + 5);
    }

    private static String together(CompletableFuture<Outages> one, CompletableFuture<Outages> other)
            throws ExecutionException, InterruptedException {
        List<Duration> all = new ArrayList<>(one.get().recoveries());
        all.addAll(other.get().recoveries());
        return new Outages(one.get().camera(), all).toString();
    }

    /** A quarter of all outages. */
    private CompletableFuture<Outages> force(String id, Camera camera, long seed) {
        return CompletableFuture.supplyAsync(() -> {
            Random random = new Random(seed);
            List<Duration> recoveries = new ArrayList<>();
            for (int i = 0; i < Math.max(1, OUTAGES / 4); i++) {
                Moments.await(Duration.ofMillis(500 + random.nextInt(2000)));
                camera.kill();
                Moments.await(Duration.ofMillis(200 + random.nextInt(3000)));
                recoveries.add(recovered(id, camera));
            }
            return new Outages(id, recoveries);
        });
    }

    private Duration recovered(String id, Camera camera) {
        try {
            camera.start();
        } catch (IOException e) {
            throw new IllegalStateException("camera " + id + " does not start again", e);
        }
        long back = System.nanoTime();
        awaitMore(id, 1);
        return Duration.ofNanos(System.nanoTime() - back);
    }

    private void awaitMore(String id, long more) {
        LongAdder count = published.computeIfAbsent(id, any -> new LongAdder());
        long wanted = count.sum() + more;
        Awaitility.await("a frame of camera " + id)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(2, TimeUnit.MILLISECONDS)
                .atMost(LONGEST)
                .until(() -> count.sum() >= wanted);
    }

    private static CameraSettings camera(String id, String url) {
        SourceOptions options =
                SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofSeconds(1)));
        return CameraSettings.of(id, SourceAddress.of(url), options);
    }

    private interface Starting {

        void start() throws IOException;
    }

    private static Camera camera(Starting starting, Runnable killing) {
        return new Camera() {
            @Override
            public void start() throws IOException {
                starting.start();
            }

            @Override
            public void kill() {
                killing.run();
            }
        };
    }
}
