package pose.trainer.judging.report;

import java.util.List;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.StageFigures.Finding;

/** Means of every metric, a row a way to look. */
final class LookTable {

    private LookTable() {}

    /** @param looks the one asked for last */
    static String html(List<Look> looks) {
        StringBuilder html = new StringBuilder("<table>\n<tr><th>views</th>");
        for (Finding finding : looks.get(0).last().findings()) {
            html.append("<th>").append(finding.figures().name()).append("</th>");
        }
        html.append("</tr>\n");
        for (int look = 0; look < looks.size(); look++) {
            String within = look == looks.size() - 1 ? "" : "looks/" + look + "/";
            html.append("<tr><th>")
                    .append(Markup.escaped(looks.get(look).views()))
                    .append("</th>");
            for (Finding finding : looks.get(look).last().findings()) {
                String path = within + finding.figures().name() + "/mean";
                html.append(
                        finding.figures().mean().isPresent()
                                ? StageTable.cell(path, finding.figures().mean().getAsDouble())
                                : "<td>–</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }
}
