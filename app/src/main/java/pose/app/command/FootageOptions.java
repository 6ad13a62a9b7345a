package pose.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.slice.Slice;
import pose.ingest.CameraId;

/** What is replayed: files, or a slice of a topic. */
final class FootageOptions {

    @Option(
            names = "--camera",
            paramLabel = "ID=FILE",
            description = "A recording and the camera it is replayed as: a video file, a folder of pictures, or "
                    + "synthetic:athlete with its options. "
                    + "May be given several times: all begin together.")
    private @Nullable List<String> recordings;

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description =
                    "Cameras of a topic, with commas between them: their frames from --from to --to are replayed as far "
                            + "apart as they were taken.")
    private @Nullable List<String> cameras;

    @Mixin
    private SliceOptions slice = new SliceOptions();

    /** Whether it is files. */
    boolean isFiles() {
        return recordings != null;
    }

    /** The topic it is on, where it is on one. */
    String topic() {
        return slice.topic();
    }

    /** Refuses what makes no sense together. */
    void check(CommandSpec command) {
        boolean topic = cameras != null || slice.given();
        if (recordings != null && topic) {
            throw new ParameterException(
                    command.commandLine(),
                    "--camera ID=FILE replays files; --cameras, --from, --to and --from-topic are for a topic's frames");
        }
        if (recordings == null && cameras == null && slice.cameraOfBound().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "nothing to replay: give --camera ID=FILE, or --cameras ID,… for a topic's frames");
        }
        if (recordings == null) {
            Slice unused = slice(command);
        } else {
            Map<String, String> unused = files(command);
        }
    }

    /** Each camera's recording. */
    Map<String, String> files(CommandSpec command) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String recording : recordings == null ? List.<String>of() : recordings) {
            int equals = recording.indexOf('=');
            String id = equals < 0 ? recording : recording.substring(0, equals);
            if (equals < 0 || equals == recording.length() - 1 || !CameraId.isOne(id)) {
                // What looks like an address may hold a password.
                String shown = recording.replaceFirst("://.*", "://…");
                throw new ParameterException(
                        command.commandLine(),
                        "--camera '" + shown
                                + "' is not ID=FILE; an id is 1 to 100 letters, digits, dots, underscores "
                                + "and hyphens");
            }
            if (files.put(id, recording.substring(equals + 1)) != null) {
                throw new ParameterException(command.commandLine(), "--camera " + id + "=… is given twice");
            }
        }
        return files;
    }

    /** The slice of the topic. */
    Slice slice(CommandSpec command) {
        List<String> wanted = cameras == null ? slice.cameraOfBound().stream().toList() : cameras;
        for (String id : wanted) {
            if (!CameraId.isOne(id)) {
                throw new ParameterException(
                        command.commandLine(),
                        "--cameras '" + id
                                + "' is no camera's id: 1 to 100 letters, digits, dots, underscores and hyphens");
            }
        }
        return slice.slice(wanted, command);
    }
}
