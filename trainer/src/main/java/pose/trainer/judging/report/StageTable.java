package pose.trainer.judging.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import pose.trainer.judging.Figures;

/** One metric's figures, a row a part or limb and a column a stage. */
final class StageTable {

    private StageTable() {}

    /** @param stages figures of one metric after each stage, the last one last */
    static String html(String corner, List<Figures> stages) {
        StringBuilder html = new StringBuilder("<table>\n<tr><th>")
                .append(Markup.escaped(corner))
                .append("</th>");
        for (int stage = 1; stage <= stages.size(); stage++) {
            html.append("<th>stage ").append(stage).append("</th>");
        }
        html.append("</tr>\n");
        Figures last = stages.get(stages.size() - 1);
        for (String part : last.parts().keySet()) {
            row(html, "", part, stages, "parts/" + part);
        }
        row(html, " class=\"mean\"", "mean", stages, "mean");
        return html.append("</table>\n").toString();
    }

    private static void row(StringBuilder html, String attributes, String name, List<Figures> stages, String key) {
        html.append("<tr")
                .append(attributes)
                .append("><th>")
                .append(Markup.escaped(name))
                .append("</th>");
        for (int stage = 0; stage < stages.size(); stage++) {
            Figures figures = stages.get(stage);
            OptionalDouble value = value(figures, key);
            String path = "stages/" + stage + "/" + figures.name() + "/" + key;
            html.append(value.isPresent() ? cell(path, value.getAsDouble()) : "<td>–</td>");
        }
        html.append("</tr>\n");
    }

    private static OptionalDouble value(Figures figures, String key) {
        if (key.equals("mean")) {
            return figures.mean();
        }
        Map<String, Double> parts = figures.parts();
        Double value = parts.get(key.substring(key.indexOf('/') + 1));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** @param path where the JSON form has this figure */
    static String cell(String path, double perCent) {
        return "<td style=\"" + Colours.cell(perCent) + "\" data-figure=\"" + Markup.escaped(path) + "\" title=\""
                + Markup.number(perCent, 2) + "\">" + Markup.number(perCent, 1) + "</td>";
    }
}
