package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.mpegts.MpegTsSource;
import pose.schema.CaptureClock;

class WallClockSeiTest {

    private static final String MICROS = "4d4953506d6963726f73656374696d65";
    private static final String NANOS = "cf848278ee23306c9265e8fef22fb8b8";

    @Test
    void shouldReadMicroseconds() {
        // 0x000603bb_f6a2d000 between bytes of 0xff, after a status byte
        assertThat(WallClockSei.of(HexFormat.of().parseHex(MICROS + "1f" + "0006ff03bbfff6a2ffd000")))
                .hasValue(0x000603bbf6a2d000L);
    }

    @Test
    void shouldReadNanoseconds() {
        assertThat(WallClockSei.of(HexFormat.of().parseHex(NANOS + "1f" + "0000ff0000ff000fff4240")))
                .hasValue(1000);
    }

    @Test
    void shouldLeaveOtherMessagesAlone() {
        assertThat(WallClockSei.of(HexFormat.of().parseHex("00".repeat(16) + "1f" + "0006ff03bbfff6a2ffd000")))
                .isEmpty();
        assertThat(WallClockSei.of(HexFormat.of()
                        .parseHex(MICROS + "1f" + "0006000003bb00f6a20000")
                        .clone()))
                .isEmpty();
        assertThat(WallClockSei.of(HexFormat.of().parseHex(MICROS))).isEmpty();
    }

    @Test
    void shouldBeTheClockOfACameraThatHasOne(@TempDir Path folder) throws Exception {
        // given: a camera whose pictures say that they were taken from a minute ago on
        long begun = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - 60_000_000;
        TsRecording recording = TsRecording.withMessages(folder, 30, picture -> message(begun + picture * 40_000L));
        List<CapturedFrame> frames = new ArrayList<>();

        // when
        try (TsCamera camera = new TsCamera(recording, 1, java.time.Duration.ofMillis(5))) {
            Thread starter = new Thread(() -> {
                Bound.await(camera.port());
                camera.start();
            });
            starter.start();
            try (FrameSource source =
                    MpegTsSource.open(NetworkUrl.parse(camera.url()), SourceOptions.defaults(), Clock.systemUTC())) {
                for (int i = 0; i < 25; i++) {
                    frames.add(source.next().orElseThrow());
                }
            }
        }

        // then
        assertThat(frames).allMatch(frame -> frame.clock() == CaptureClock.STREAM);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(frames.get(i).captureTimeUs()).as("picture %d", i).isEqualTo(begun + i * 40_000L);
        }
    }

    /** A unit of kind 6 with one message of kind 5 (ITU-T H.264, D.1.7). */
    private static byte[] message(long timeUs) {
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        unit.writeBytes(new byte[] {0, 0, 0, 1, 6, 5, 28});
        unit.writeBytes(HexFormat.of().parseHex(MICROS + "1f"));
        for (int i = 0; i < 8; i++) {
            unit.write((int) (timeUs >> (56 - 8 * i)));
            if (i % 2 == 1 && i < 7) {
                unit.write(0xff);
            }
        }
        unit.write(0x80);
        return unit.toByteArray();
    }
}
