package pose.trainer.judging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pose.trainer.judging.oks.OksFigures;

/**
 * What weights reached on a data set.
 *
 * @param weights which
 * @param dataset which
 * @param looks by how people were looked at; the one asked for is the last, before it the plain one where another was
 *     asked for
 */
public record EvaluationFigures(String weights, String dataset, List<Look> looks) {

    /**
     * Figures of one way to look.
     *
     * @param views e.g. {@code plain}, see {@link pose.cpm.TestTimeViews}
     * @param people looked at
     * @param stages after each stage, the last one last; none where there are no people
     * @param oks of the last stage
     */
    public record Look(String views, int people, List<StageFigures> stages, OksFigures oks) {

        public Look {
            stages = List.copyOf(stages);
        }

        public static Look of(String views, Evaluated evaluated) {
            return new Look(views, evaluated.people().size(), evaluated.figures(), evaluated.oks());
        }

        /** After the last stage. */
        public StageFigures last() {
            return stages.get(stages.size() - 1);
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("views", views);
            map.put("people", people);
            if (!stages.isEmpty()) {
                map.putAll(last().toMap());
                map.put("oks", oks.toMap());
                map.putAll(last().curves());
            }
            List<Map<String, Object>> byStage = new ArrayList<>();
            for (int stage = 0; stage < stages.size(); stage++) {
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("stage", stage + 1);
                figures.putAll(stages.get(stage).toMap());
                byStage.add(figures);
            }
            map.put("stages", byStage);
            return map;
        }
    }

    public EvaluationFigures {
        looks = List.copyOf(looks);
    }

    /** What was asked for. */
    public Look asked() {
        return looks.get(looks.size() - 1);
    }

    /**
     * {@code {"weights": …, "dataset": …, "views": …, "people": …, "pck@0.2": {…}, …, "oks": {"ap": …, …}, "pck": {"auc": …, …}, …, "stages":
     * [{"stage": 1, "pck@0.2": …}, …], "looks": […]}}: the look asked for, and under {@code looks} the others.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("weights", weights);
        map.put("dataset", dataset);
        map.putAll(asked().toMap());
        if (looks.size() > 1) {
            map.put(
                    "looks",
                    looks.subList(0, looks.size() - 1).stream().map(Look::toMap).toList());
        }
        return map;
    }
}
