package pose.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.app.judge.SequenceLines;
import pose.trainer.judging.sequence.SequenceFigures;

/**
 * What a demo did.
 *
 * @param framesIn frames published and acknowledged
 * @param posesOut frames that have an event
 * @param deadLetters frames that could not be processed
 * @param elapsed from the start of the command
 * @param working from the first frame to the last event
 * @param weights name/version
 * @param people how many there were, under how many ids
 * @param locator name/version of what said where they are, where something did
 * @param pck mean PCK@0.2 in per cent, where the frames carried their truth
 * @param sequence who was found and kept the same, where the frames carried their truth and people were looked for
 * @param failure why it did not come to its end, in one line
 * @param interrupted whether the user stopped it
 */
public record DemoSummary(
        long framesIn,
        long posesOut,
        long deadLetters,
        Duration elapsed,
        Duration working,
        String weights,
        String people,
        Optional<String> locator,
        OptionalDouble pck,
        Optional<SequenceFigures> sequence,
        Optional<Path> out,
        Optional<Path> video,
        Optional<String> failure,
        boolean interrupted) {

    /** Frames of which nothing is known. */
    public long lost() {
        return Math.max(0, framesIn - posesOut - deadLetters);
    }

    /** Whether each frame of the whole source has its event. */
    public boolean complete() {
        return failure.isEmpty() && !interrupted && posesOut == framesIn;
    }

    /** For people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("frames in", Long.toString(framesIn)));
        lines.add(line("poses out", Long.toString(posesOut)));
        lines.add(line("dead letters", Long.toString(deadLetters)));
        if (lost() > 0) {
            lines.add(line(interrupted ? "unfinished" : "lost", Long.toString(lost())));
        }
        double seconds = working.toNanos() / 1e9;
        lines.add(line(
                "elapsed",
                String.format(
                        Locale.ROOT,
                        "%.1f s, of them %.1f s from the first frame to the last pose",
                        elapsed.toNanos() / 1e9,
                        seconds)));
        lines.add(line("frames/s", String.format(Locale.ROOT, "%.1f", seconds > 0 ? posesOut / seconds : 0)));
        lines.add(line("weights", weights));
        locator.ifPresent(name -> lines.add(line("locator", name)));
        lines.add(line("people", people));
        sequence.ifPresentOrElse(
                figures -> SequenceLines.of(figures).forEach(line -> lines.add(line.toString())),
                // Which of several people is which is not known without a sequence's judging.
                () -> pck.ifPresent(mean -> lines.add(line(
                        "PCK@0.2",
                        String.format(
                                Locale.ROOT, "%.1f %% (mean of all parts, against the synthetic truth)", mean)))));
        out.ifPresent(path -> lines.add(line("out", path.toString())));
        video.ifPresent(path -> lines.add(line("video", path.toString())));
        if (interrupted) {
            lines.add("stopped before the end of the source");
        }
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-13s %s", name, value);
    }
}
