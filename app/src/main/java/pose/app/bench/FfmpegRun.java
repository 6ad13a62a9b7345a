package pose.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.app.UserMistake;

/**
 * What a run of the {@code ffmpeg} command said of itself.
 *
 * @param frames that it put out
 * @param seconds of its transcoding, without its start ({@code rtime} of {@code -benchmark})
 * @param cpuSeconds processor time of that, all threads
 */
record FfmpegRun(long frames, double seconds, double cpuSeconds) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern FRAMES = Pattern.compile("frame=\\s*(\\d+)");
    private static final Pattern TIMES = Pattern.compile("bench: utime=([\\d.]+)s stime=([\\d.]+)s rtime=([\\d.]+)s");

    /**
     * The command.
     *
     * @param program its file
     * @param folder for what it says
     */
    record Tool(Path program, Path folder) {

        /**
         * Runs it to its end.
         *
         * @return all that it wrote to standard error
         * @throws UserMistake with its last words, where it cannot be started or fails
         */
        String run(List<String> arguments, Waiting waiting) {
            List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner", "-y"));
            command.addAll(arguments);
            Path said = folder.resolve("ffmpeg.err");
            Process process;
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(said.toFile());
                // What the launcher sets for ingest is not to slow it down.
                builder.environment().remove("MALLOC_ARENA_MAX");
                process = builder.start();
            } catch (IOException e) {
                throw new UserMistake("'" + program + "' cannot be started: " + e.getMessage(), e);
            }
            try {
                waiting.until(() -> !process.isAlive(), LONGEST, "ffmpeg did not end");
            } finally {
                process.destroyForcibly();
            }
            String told = read(said);
            if (process.exitValue() != 0) {
                throw new UserMistake(
                        "'" + program + "' failed: " + told.strip().lines().reduce("", (before, line) -> line));
            }
            return told;
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs a transcoding; the arguments ask for {@code -benchmark} themselves. */
    static FfmpegRun of(Tool tool, List<String> arguments, Waiting waiting) {
        String told = tool.run(arguments, waiting);
        Matcher times = TIMES.matcher(told);
        long frames = FRAMES.matcher(told)
                .results()
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .reduce(0, (before, last) -> last);
        if (!times.find() || frames == 0) {
            throw new UserMistake("'" + tool.program() + "' does not say how long it took; ffmpeg 4 and newer do");
        }
        double cpu = Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
        return new FfmpegRun(frames, Double.parseDouble(times.group(3)), cpu);
    }

    double framesPerSecond() {
        return frames / seconds;
    }

    double cpuMillis() {
        return 1e3 * cpuSeconds / frames;
    }
}
