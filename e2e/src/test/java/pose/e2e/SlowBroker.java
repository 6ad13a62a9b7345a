package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pose.e2e.chaos.Moments;
import pose.e2e.outage.CameraAccount;
import pose.e2e.process.Patience;
import pose.ingest.AttentionSettings;
import pose.ingest.FramePublisher;
import pose.ingest.FrameSource;
import pose.ingest.IngestReport;
import pose.ingest.ProgressListener;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;
import pose.ingest.camera.BackoffSettings;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraSettings;
import pose.ingest.camera.Cameras;
import pose.ingest.source.FrameSources;
import pose.schema.GapReason;

/**
 * A broker that is away costs a live camera exactly the frames that did not fit, each accounted for, and a recording nothing.
 * The long form takes it away for a minute ({@code pose.broker.away}, seconds).
 */
@Tag("chaos")
class SlowBroker {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("pose.broker.away", 5));
    private static final Duration LONGEST = Patience.LONGEST;
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void shouldCostALiveCameraOnlyWhatDidNotFit() throws Exception {
        // given a camera that makes more than its buffer holds and the producer takes while the broker is away
        String camera = "synthetic:athlete?seconds=600&fps=25&width=640&height=360&people=2";
        SourceOptions options = SourceOptions.defaults().inRealtime().withQuality(100);
        AtomicLong published = new AtomicLong();
        CameraListener listener = new CameraListener() {
            @Override
            public void published(String id, int bytes) {
                published.incrementAndGet();
            }
        };
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 2);
            try (Cameras cameras = Cameras.connect(Clients.of(kafka.bootstrap()), LONGEST, listener)) {
                cameras.apply(List.of(new CameraSettings(
                        "gate",
                        SourceAddress.of(camera),
                        options,
                        AttentionSettings.everyone(),
                        MEBIBYTE,
                        BackoffSettings.defaults())));
                awaitMore(published, 25);

                // when
                kafka.kill();
                Moments.await(AWAY);
                kafka.start();
                awaitMore(published, 50);
                long unsent = cameras.stop();

                // then
                CameraAccount account = CameraAccount.read(kafka.bootstrap(), "gate");
                System.out.println("SlowBroker, away " + AWAY.toSeconds() + " s: " + account);
                assertThat(unsent).isZero();
                account.requireWhole();
                assertThat(account.missing()).isEqualTo(account.missing(GapReason.SLOW_BROKER));
                assertThat(account.frames()).hasSize(Math.toIntExact(published.get()));
            }
        }
    }

    @Test
    void shouldCostARecordingNothing() throws Exception {
        // given
        int frames = 2000;
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 2);
            AtomicLong published = new AtomicLong();
            try (FrameSource source = FrameSources.open(
                            "synthetic:athlete?seconds=20&fps=100&width=320&height=180",
                            SourceOptions.defaults(),
                            Clock.systemUTC());
                    FramePublisher publisher = FramePublisher.connect(
                            Clients.of(kafka.bootstrap()), "clip", PublisherOptions.defaults())) {
                ProgressListener counting = soFar -> published.set(soFar.frames());
                CompletableFuture<IngestReport> run = CompletableFuture.supplyAsync(() -> {
                    try {
                        return publisher.publish(source, counting);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                awaitMore(published, 100);

                // when
                kafka.kill();
                Moments.await(AWAY);
                kafka.start();
                IngestReport report = run.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

                // then
                CameraAccount account = CameraAccount.read(kafka.bootstrap(), "clip");
                System.out.println("SlowBroker, away " + AWAY.toSeconds() + " s: " + account);
                assertThat(report.frames()).isEqualTo(frames);
                assertThat(account.frames()).hasSize(frames);
                assertThat(account.gaps()).isEmpty();
                account.requireWhole();
            }
        }
    }

    private static void awaitMore(AtomicLong published, long more) {
        long wanted = published.get() + more;
        Awaitility.await().atMost(LONGEST).until(() -> published.get() >= wanted);
    }
}
