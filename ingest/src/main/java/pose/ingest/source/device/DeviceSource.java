package pose.ingest.source.device;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.network.LiveInput;
import pose.ingest.source.network.LiveSession;

/** A camera that is plugged in, by Video4Linux2. */
public final class DeviceSource {

    private DeviceSource() {}

    /**
     * Opens a device.
     *
     * @throws SourceException where there is no such device, it is in use, it does not offer what is asked, or gives no picture
     */
    public static FrameSource open(VideoDevice device, SourceOptions options, Clock clock) throws SourceException {
        Path path = Path.of(device.path());
        if (!Files.exists(path)) {
            // It may be plugged in again.
            throw new SourceException(SourceException.Fault.LOST, device.shown() + " is not there");
        }
        if (!Files.isReadable(path)) {
            throw new SourceException(device.shown() + " may not be read by this user (see the group video)");
        }
        return open("v4l2", device.path(), device.shown(), device.options(), options, clock);
    }

    /** By any of FFmpeg's devices. Never by a user's choice: its virtual ones read any file. */
    static FrameSource open(
            String format, String name, String shown, Map<String, String> asked, SourceOptions options, Clock clock)
            throws SourceException {
        register();
        LiveInput input = LiveInput.of(name, shown, format, "file");
        for (Map.Entry<String, String> option : asked.entrySet()) {
            input = input.withOption(option.getKey(), option.getValue());
        }
        return LiveSession.open(input, options, clock);
    }

    private static void register() throws SourceException {
        try {
            avdevice_register_all();
        } catch (LinkageError e) {
            throw new SourceException("no devices can be used here: FFmpeg's libavdevice needs the system's libasound2,"
                    + " libpulse0 and libxcb-shm0");
        }
    }
}
