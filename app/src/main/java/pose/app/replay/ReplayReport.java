package pose.app.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay did.
 *
 * @param topic it wrote to
 * @param perCamera how many records of each camera
 * @param frames how many were taken in hand
 * @param acknowledged records that Kafka acknowledged
 * @param unseen frames that could not be looked at: nothing was written for them
 * @param pictureBytes of the frames that were sent or looked at
 * @param passes that were begun
 * @param seconds from the first frame's turn to the last's
 * @param hash of the first pass, where there was one
 * @param failure why it did not come to its end, in one line
 * @param interrupted whether the user stopped it
 */
public record ReplayReport(
        String topic,
        Map<String, Long> perCamera,
        long frames,
        long acknowledged,
        long unseen,
        long pictureBytes,
        int passes,
        ReplaySpeed speed,
        double seconds,
        Jitter jitter,
        Recording recording,
        Optional<Hash> hash,
        Optional<String> failure,
        boolean interrupted) {

    /** From when on a frame counts as late. */
    static final int LATE_MILLIS = 100;

    /**
     * How long after it was due a frame was handed to Kafka, ms; NaN where there was none, 0 at full speed.
     *
     * @param late frames that were late by {@value #LATE_MILLIS} ms or more
     */
    public record Jitter(double p50, double p99, double max, long late) {}

    /**
     * What the recording lacks, by its sequences.
     *
     * @param gaps in how many places
     * @param missing how many frames
     * @param repeated how many frames came again
     */
    public record Recording(long gaps, long missing, long repeated) {}

    /**
     * What {@link ReplayHash} says.
     *
     * @param frames that went into it
     * @param differing how many later passes gave another
     */
    public record Hash(String sha256, long frames, long differing) {}

    /** For people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("frames", frames + ", " + acknowledged + " records acknowledged on topic " + topic));
        perCamera.forEach((camera, count) -> lines.add(line("camera", camera + ": " + count)));
        if (unseen > 0) {
            lines.add(line("unseen", unseen + " frames could not be looked at; nothing was written for them"));
        }
        lines.add(line(
                "speed",
                String.format(
                        Locale.ROOT, "%s, %d %s in %.1f s", speed, passes, passes == 1 ? "pass" : "passes", seconds)));
        if (speed.factor().isPresent() && frames > 0) {
            lines.add(line(
                    "jitter",
                    String.format(
                            Locale.ROOT,
                            "p50 %.3f ms, p99 %.3f ms, max %.3f ms after a frame was due",
                            jitter.p50(),
                            jitter.p99(),
                            jitter.max())));
            lines.add(line("late", jitter.late() + " frames by " + LATE_MILLIS + " ms or more"));
        }
        if (recording.missing() > 0) {
            lines.add(
                    line("missing", recording.missing() + " frames in " + recording.gaps() + " gaps of the recording"));
        }
        if (recording.repeated() > 0) {
            lines.add(line("repeated", recording.repeated() + " frames of the recording were there before"));
        }
        hash.ifPresent(value -> {
            lines.add(line("hash", value.sha256() + " (" + value.frames() + " frames)"));
            if (value.differing() > 0) {
                lines.add(line("", value.differing() + " later passes gave another: the footage changed"));
            }
        });
        if (interrupted) {
            lines.add("stopped before the end of the footage");
        }
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-13s %s", name, value);
    }

    /** For programs. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("topic", topic);
        figures.put("cameras", perCamera);
        figures.put("frames", frames);
        figures.put("acknowledged", acknowledged);
        figures.put("unseen", unseen);
        figures.put("picture_bytes", pictureBytes);
        figures.put("passes", passes);
        figures.put("speed", speed.factor().isPresent() ? speed.factor().getAsDouble() : "max");
        figures.put("seconds", seconds);
        figures.put("frames_per_second", seconds > 0 ? frames / seconds : 0);
        if (speed.factor().isPresent() && frames > 0) {
            figures.put("jitter_p50_ms", jitter.p50());
            figures.put("jitter_p99_ms", jitter.p99());
            figures.put("jitter_max_ms", jitter.max());
            figures.put("late_frames", jitter.late());
        }
        figures.put("recording_gaps", recording.gaps());
        figures.put("recording_missing", recording.missing());
        figures.put("recording_repeated", recording.repeated());
        hash.ifPresent(value -> {
            figures.put("hash", value.sha256());
            figures.put("hash_frames", value.frames());
            figures.put("hash_differing_passes", value.differing());
        });
        figures.put("interrupted", interrupted);
        return figures;
    }
}
