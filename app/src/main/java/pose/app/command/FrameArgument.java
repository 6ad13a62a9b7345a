package pose.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import pose.app.slice.SliceBound;
import pose.app.slice.SliceBound.FrameId;

/** The one frame that a command is about. */
final class FrameArgument {

    @Parameters(
            arity = "0..3",
            paramLabel = "FRAME",
            description =
                    "CAMERA EPOCH SEQUENCE, CAMERA/EPOCH/SEQUENCE or a line of 'pose watch' (default: the first line of "
                            + "standard input).")
    private @Nullable List<String> frame;

    /** Which frame it is; read from standard input where no argument says. */
    FrameId id(CommandSpec command) {
        String text = frame == null || frame.isEmpty() ? line() : String.join("/", frame);
        try {
            if (SliceBound.parse(text) instanceof FrameId id) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Told below: what else a slice's bound may be does not name a frame here.
        }
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        throw new ParameterException(
                command.commandLine(),
                "'" + shown + "' names no frame; allowed: CAMERA EPOCH SEQUENCE, CAMERA/EPOCH/SEQUENCE, or a line of "
                        + "'pose watch'");
    }

    private static String line() {
        try {
            // Not closed: standard input is not ours.
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return String.valueOf(in.readLine()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }
}
