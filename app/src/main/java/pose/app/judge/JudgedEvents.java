package pose.app.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pose.app.UserMistake;
import pose.athlete.Scene;
import pose.skeleton.Skeleton;
import pose.trainer.judging.sequence.SequenceFigures;
import pose.trainer.judging.sequence.SequenceFrame;
import pose.trainer.judging.sequence.SequenceJudge;

/** Pose events of one ingest of a rendered scene, read line by line. */
public final class JudgedEvents {

    private final SceneTruth truth;
    private final long frames;
    private final String name;
    private final Map<Long, EventLine> events = new TreeMap<>();
    private final Map<EventLine.Run, Integer> runs = new HashMap<>();

    /**
     * Judges events.
     *
     * @param name of the file, for messages
     */
    public JudgedEvents(Scene scene, String name) {
        truth = new SceneTruth(scene);
        frames = scene.frames();
        this.name = name;
    }

    /**
     * Reads events to the end; blank lines are left out.
     *
     * @param camera whose events count; empty for those of the only one
     * @throws UserMistake naming the line, where one is no event, or is of no frame of the scene
     */
    public void read(BufferedReader lines, Optional<String> camera) throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                EventLine event = parse(line, number);
                if (camera.isEmpty() || camera.get().equals(event.run().camera())) {
                    add(event, number);
                }
            }
        }
        if (events.isEmpty()) {
            throw new UserMistake(name + " has no pose event"
                    + camera.map(c -> " of camera " + c).orElse(""));
        }
    }

    private EventLine parse(String line, long number) {
        try {
            return EventLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(name + " line " + number + ": " + e.getMessage(), e);
        }
    }

    private void add(EventLine event, long number) {
        runs.merge(event.run(), 1, Integer::sum);
        if (runs.size() > 1) {
            throw new UserMistake(name + " line " + number + ": an event of "
                    + event.run().camera() + " (epoch " + event.run().epoch()
                    + ") among those of another ingest; allowed: one ingest of one camera (--camera)");
        }
        if (!event.skeleton().equals(Skeleton.LSP14.name())) {
            throw new UserMistake(name + " line " + number + ": keypoints of skeleton " + event.skeleton()
                    + "; allowed: " + Skeleton.LSP14.name() + ", which the truth has");
        }
        if (event.sequence() < 0 || event.sequence() >= frames) {
            throw new UserMistake(name + " line " + number + ": sequence " + event.sequence()
                    + " is no frame of the scene, which has " + frames);
        }
        // At-least-once may tell of a frame twice; both tell the same.
        events.putIfAbsent(event.sequence(), event);
    }

    private void add(SequenceJudge judge, SequenceFrame frame) {
        try {
            judge.add(frame);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the events tell.
     *
     * @param leastVisible see {@link SequenceJudge#LEAST_VISIBLE}
     */
    public SequenceFigures figures(double leastVisible) {
        SequenceJudge judge = new SequenceJudge(Skeleton.LSP14, leastVisible);
        events.values().stream()
                .map(event -> new SequenceFrame(
                        event.captureTimeUs(),
                        event.width(),
                        event.height(),
                        truth.at(event.sequence(), event.width(), event.height())
                                .orElseThrow(),
                        event.people()))
                .forEach(frame -> add(judge, frame));
        return judge.figures();
    }
}
