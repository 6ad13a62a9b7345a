package pose.ingest.source.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avdevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;

/** Devices are shown by FFmpeg's virtual one, by the same path; a real one where the machine has it. */
@Timeout(180)
class DeviceSourceTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final SourceOptions OPTIONS =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofMinutes(1)));

    @Test
    void shouldShowADevicesPictures() throws Exception {
        try (FrameSource source = virtual("testsrc2=size=320x240:rate=20,realtime")) {
            List<CapturedFrame> frames = Viewer.frames(source, 21);

            assertThat(source.live()).isTrue();
            assertThat(frames).allMatch(f -> f.width() == 320 && f.height() == 240);
            assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
            assertThat(frames)
                    .extracting(CapturedFrame::captureTimeUs)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(frames.get(20).ptsUs() - frames.get(0).ptsUs()).isEqualTo(1_000_000);
            assertThat(frames.get(20).captureTimeUs() - frames.get(0).captureTimeUs())
                    .isBetween(500_000L, 60_000_000L);
        }
    }

    @Test
    void shouldTellThatADeviceIsGone() throws Exception {
        try (FrameSource source = virtual("testsrc2=size=320x240:rate=20:duration=0.5")) {
            Ending ending = Viewer.end(source);

            assertThat(ending.frames()).isEqualTo(10);
            assertThat(ending.fault())
                    .isNotNull()
                    .extracting(SourceException::fault)
                    .isEqualTo(Fault.LOST);
            assertThat(ending.fault()).hasMessage("v4l2:virtual ended");
        }
    }

    @Test
    void shouldTellThatADeviceIsNotThere() {
        assertThatThrownBy(() -> Viewer.open("v4l2:/dev/video-none", SHORT))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.LOST))
                .hasMessage("v4l2:/dev/video-none is not there");
    }

    @Test
    void shouldTellThatAFileIsNoDevice() throws Exception {
        loaded();

        assertThatThrownBy(() -> Viewer.open("v4l2:/dev/null", SHORT))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("v4l2:/dev/null cannot be reached: ");
    }

    @ParameterizedTest
    @CsvSource({
        "v4l2:/etc/passwd,v4l2: '/etc/passwd' names no device",
        "v4l2:/dev/../etc/passwd,v4l2: '/dev/../etc/passwd' names no device",
        "v4l2:/dev/video0?size=big,v4l2: size is 'big'; allowed: e.g. size=1280x720",
        "v4l2:/dev/video0?speed=3,v4l2: unknown option 'speed=3'",
        "lavfi:movie=/etc/passwd,unknown kind of source 'lavfi:'",
    })
    void shouldRefuseWhatIsNoDevice(String url, String message) {
        assertThatThrownBy(() -> Viewer.open(url, SHORT))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldPassOnWhatIsAskedOfADevice() throws Exception {
        VideoDevice device = VideoDevice.parse("/dev/video0?size=1280x720&fps=29.97&format=mjpeg");

        assertThat(device.path()).isEqualTo("/dev/video0");
        assertThat(device.options())
                .isEqualTo(Map.of("video_size", "1280x720", "framerate", "29.97", "input_format", "mjpeg"));
    }

    @Test
    void shouldShowTheCameraThatIsPluggedIn() throws Exception {
        Optional<Path> device = plugged();
        assumeTrue(device.isPresent(), "no camera is plugged in: there is no /dev/video*");

        try (FrameSource source = Viewer.open("v4l2:" + device.get(), Duration.ofSeconds(5))) {
            assertThat(Viewer.frames(source, 5))
                    .extracting(CapturedFrame::captureTimeUs)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static FrameSource virtual(String graph) throws SourceException {
        loaded();
        return DeviceSource.open("lavfi", graph, "v4l2:virtual", Map.of(), OPTIONS, Clock.systemUTC());
    }

    private static void loaded() {
        try {
            avdevice.avdevice_register_all();
        } catch (LinkageError e) {
            assumeTrue(false, "libavdevice cannot be loaded here: " + e.getMessage());
        }
    }

    private static Optional<Path> plugged() throws IOException {
        try (Stream<Path> devices = Files.list(Path.of("/dev"))) {
            return devices.filter(d -> d.getFileName().toString().matches("video[0-9]+"))
                    .findFirst();
        }
    }
}
