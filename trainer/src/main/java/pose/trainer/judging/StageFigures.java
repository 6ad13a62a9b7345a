package pose.trainer.judging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good the poses after one stage are, by every metric that the data allow: PCK@0.2, PCKh@0.5 where there are head
 * boxes, PDJ@0.2 and PCP@0.5, each with its curve.
 */
public record StageFigures(List<Finding> findings) {

    /**
     * One metric's figures at its usual threshold, and over all thresholds.
     *
     * @param metric at the usual threshold
     */
    public record Finding(Metric metric, Figures figures, Curve curve) {

        static Finding of(Metric metric, Judged judged) {
            return new Finding(metric, metric.judge(judged), Curve.of(metric, judged));
        }
    }

    public StageFigures {
        findings = List.copyOf(findings);
    }

    /** @param stage from 0 */
    static StageFigures of(Evaluated evaluated, int stage) {
        Judged byTorso = evaluated.byTorso(stage);
        Judged byHead = evaluated.byHead(stage);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(new Pck(0.2), byTorso));
        if (!byHead.people().isEmpty()) {
            findings.add(Finding.of(new Pckh(0.5), byHead));
        }
        findings.add(Finding.of(new Pdj(0.2), byTorso));
        findings.add(Finding.of(new Pcp(0.5, NamedLimb.of(evaluated.skeleton())), byTorso));
        return new StageFigures(findings);
    }

    /** What one metric found, e.g. {@code pck}; PCKh is absent where there are no head boxes. */
    public Optional<Finding> of(String kind) {
        return findings.stream().filter(f -> f.metric().kind().equals(kind)).findFirst();
    }

    /** PCK@0.2, which is always there. */
    public Finding pck() {
        return of("pck").orElseThrow();
    }

    /** {@code {"pck@0.2": {"mean": …, "parts": {…}}, …}}, see {@link Figures#toMap}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        findings.forEach(
                finding -> map.put(finding.figures().name(), finding.figures().toMap()));
        return map;
    }

    /** {@code {"pck": {"auc": …, "thresholds": …, …}, …}}, see {@link Curve#toMap}. */
    public Map<String, Object> curves() {
        Map<String, Object> map = new LinkedHashMap<>();
        findings.forEach(
                finding -> map.put(finding.curve().kind(), finding.curve().toMap()));
        return map;
    }
}
