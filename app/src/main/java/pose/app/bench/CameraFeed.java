package pose.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pose.app.UserMistake;

/** An {@code ffmpeg} process that stands in for cameras: MPEG transport streams over UDP to ports of loopback. */
final class CameraFeed implements AutoCloseable {

    private final Process process;

    private CameraFeed(Process process) {
        this.process = process;
    }

    /** One clip again and again at its own pace to every port, copied as it is, so that it costs next to nothing. */
    static CameraFeed ofClip(FfmpegRun.Tool ffmpeg, Path clip, List<Integer> ports) {
        List<String> command = begin(ffmpeg);
        command.addAll(List.of("-re", "-stream_loop", "-1", "-i", clip.toString()));
        ports.forEach(port -> {
            command.addAll(List.of("-map", "0:v:0", "-c", "copy"));
            command.addAll(transport(port));
        });
        return start(ffmpeg, command);
    }

    /** What is written to {@link #pictures()}: grey pictures without padding. H.264 without pictures that wait for later ones. */
    static CameraFeed ofPictures(FfmpegRun.Tool ffmpeg, int width, int height, int fps, int port) {
        List<String> command = begin(ffmpeg);
        command.addAll(List.of("-fflags", "nobuffer", "-probesize", "32", "-analyzeduration", "0"));
        command.addAll(List.of("-f", "rawvideo", "-pixel_format", "gray", "-video_size", width + "x" + height));
        command.addAll(List.of("-framerate", Integer.toString(fps), "-threads", "1", "-i", "pipe:0"));
        command.addAll(
                List.of("-vf", "format=yuv420p", "-fps_mode", "passthrough", "-c:v", "libopenh264", "-b:v", "3M"));
        command.addAll(List.of("-g", Integer.toString(fps), "-threads", "1"));
        command.addAll(transport(port));
        return start(ffmpeg, command);
    }

    private static List<String> begin(FfmpegRun.Tool ffmpeg) {
        return new ArrayList<>(List.of(ffmpeg.program().toString(), "-hide_banner", "-loglevel", "error"));
    }

    private static List<String> transport(int port) {
        return List.of(
                "-flush_packets",
                "1",
                "-muxdelay",
                "0",
                "-muxpreload",
                "0",
                "-f",
                "mpegts",
                FreeUdpPorts.url(port) + "?pkt_size=1316");
    }

    private static CameraFeed start(FfmpegRun.Tool ffmpeg, List<String> command) {
        try {
            return new CameraFeed(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ffmpeg.folder().resolve("feed.err").toFile())
                    .start());
        } catch (IOException e) {
            throw new UserMistake("'" + ffmpeg.program() + "' cannot be started: " + e.getMessage(), e);
        }
    }

    OutputStream pictures() {
        return process.getOutputStream();
    }

    /** @throws UserMistake where it has ended by itself */
    boolean requireAlive() {
        if (!process.isAlive()) {
            throw new UserMistake("the ffmpeg process that stands in for cameras has ended by itself");
        }
        return true;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
