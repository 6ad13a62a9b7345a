package pose.app.reinfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of it all.
 *
 * @param run the run into the topic
 * @param againstRun the run of what it is compared with, where that was inferred too
 * @param against what it is compared with, for people, where it is
 * @param outcome what the topic holds; absent where a run did not come to its end
 */
public record ReinferReport(
        RunReport run, Optional<RunReport> againstRun, Optional<String> against, Optional<Outcome> outcome) {

    /** For people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(run.lines());
        againstRun.ifPresent(other -> lines.addAll(other.lines()));
        outcome.ifPresent(held -> {
            lines.add(RunReport.line("hash", held.hash() + " (" + held.events() + " events)"));
            held.changes().ifPresent(changes -> {
                lines.add("");
                lines.add("from " + against.orElse("what was") + " to " + run.weights() + ":");
                lines.addAll(changes.lines());
            });
        });
        return lines;
    }

    /** For programs. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>(run.figures());
        againstRun.ifPresent(other -> figures.put("against_run", other.figures()));
        outcome.ifPresent(held -> {
            figures.put("hash", held.hash());
            figures.put("events", held.events());
            held.changes().ifPresent(changes -> {
                figures.put("against", against.orElse(""));
                figures.put("changes", changes.figures());
            });
        });
        return figures;
    }

    /** Why it did not come to its end, where it did not. */
    public Optional<String> failure() {
        return run.failure().or(() -> againstRun.flatMap(RunReport::failure));
    }

    /** Whether the user stopped it. */
    public boolean interrupted() {
        return run.interrupted() || againstRun.filter(RunReport::interrupted).isPresent();
    }
}
