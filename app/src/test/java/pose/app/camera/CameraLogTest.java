package pose.app.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pose.app.metrics.LoggedBy;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceFormat;
import pose.schema.GapReason;

class CameraLogTest {

    private static final SourceFormat FORMAT =
            new SourceFormat(640, 360, OptionalDouble.of(12.5), OptionalLong.empty(), 1000);

    private final AtomicLong now = new AtomicLong();
    private final CameraLog log = new CameraLog(now::get);

    @RegisterExtension
    private final LoggedBy written = new LoggedBy(CameraLog.class);

    @Test
    void shouldWriteALineAtALossAndOneAtTheReturnHoweverManyAttemptsAreBetween() {
        // when
        log.connected("gate", FORMAT);
        log.lost("gate", Fault.STALLED, "no picture for 5 s");
        log.lost("gate", Fault.LOST, "connection refused");
        log.lost("gate", Fault.LOST, "connection refused");
        now.addAndGet(Duration.ofSeconds(7).toNanos());
        log.connected("gate", FORMAT);
        log.lost("gate", Fault.LOST, "closed");

        // then
        assertThat(lines())
                .containsExactly(
                        "INFO camera gate is there: 640×360, 12.50 frames/s",
                        "WARN camera gate is stalled: no picture for 5 s",
                        "INFO camera gate is back after 7 s",
                        "WARN camera gate is lost: closed");
    }

    @Test
    void shouldReportWhatIsMissingOfAllCamerasInOneLine() {
        // given
        log.report();
        log.missing("b", GapReason.SLOW_BROKER, 3, "");
        log.missing("a", GapReason.CORRUPT, 1, "");
        log.missing("b", GapReason.SLOW_BROKER, 4, "");
        log.missing("b", GapReason.CAMERA_LOST, 2, "");
        log.missing("c", GapReason.CAMERA_RESET, 0, "");

        // when
        log.report();
        log.report();

        // then
        assertThat(lines()).containsExactly("WARN frames are missing: a 1 CORRUPT, b 2 CAMERA_LOST + 7 SLOW_BROKER");
    }

    private List<String> lines() {
        return written.events().stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
