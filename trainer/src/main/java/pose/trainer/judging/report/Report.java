package pose.trainer.judging.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pose.trainer.judging.EvaluationFigures;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.Figures;
import pose.trainer.judging.StageFigures;
import pose.trainer.judging.StageFigures.Finding;

/**
 * An evaluation as a page that needs nothing else: no other file, no script, no network.
 *
 * @param figures what is reported
 * @param losses of the training, where they are known
 */
public record Report(EvaluationFigures figures, Optional<LossCurve> losses, ReportPictures pictures) {

    /** Writes {@code report.html}. */
    public void write(Path file) throws IOException {
        Files.writeString(file, html());
    }

    /** The page, which is well-formed XML too. */
    public String html() {
        Look asked = figures.asked();
        StringBuilder html = new StringBuilder();
        String title = figures.weights() + " on " + figures.dataset();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(Markup.escaped(title))
                .append("</title>\n<style>\n")
                .append(Style.CSS)
                .append("</style>\n</head>\n<body>\n<header><h1>")
                .append(Markup.escaped(title))
                .append("</h1>\n<p>")
                .append(Markup.escaped(asked.people() + " people, views: " + asked.views()
                        + ". Figures are per cent; a cell's tooltip has hundredths."))
                .append("</p>\n");
        if (!asked.stages().isEmpty()) {
            html.append(tiles(asked.last()));
        }
        html.append("</header>\n");
        if (asked.stages().isEmpty()) {
            html.append("<p>Nobody in the data can be judged: no torso and no head is labelled.</p>\n");
        } else {
            sections(html, asked);
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private void sections(StringBuilder html, Look asked) {
        html.append(Markup.section(
                "By part and stage",
                "PCK@0.2: the share of labelled parts found within 0.2 torso lengths, after each stage of the network.",
                "<div class=\"row\">\n" + table("pck", asked) + Charts.byStage(asked) + "</div>\n"));
        html.append(Markup.section(
                "Precision curves",
                "How many parts are found if more and more torso lengths off still count (PCK@α, which is PDJ's curve). "
                        + "Left and right are averaged.",
                curves("pck", asked, "torso lengths")));
        if (asked.last().of("pckh").isPresent()) {
            html.append(Markup.section(
                    "By head length",
                    "PCKh: the same by 0.6 × the head box's diagonal. The mean leaves out pelvis and thorax.",
                    "<div class=\"row\">\n" + table("pckh", asked) + curves("pckh", asked, "head lengths")
                            + "</div>\n"));
        }
        html.append(Markup.section(
                "By limb",
                "PCP@0.5: a limb is right where each of its ends is within half its true length.",
                "<div class=\"row\">\n" + table("pcp", asked) + curves("pcp", asked, "limb lengths") + "</div>\n"));
        if (figures.looks().size() > 1) {
            html.append(Markup.section(
                    "Ways to look",
                    "The same network with one plain look a person, and as asked for: belief maps averaged over views.",
                    LookTable.html(figures.looks())));
        }
        losses.filter(curve -> !curve.epochs().isEmpty())
                .ifPresent(curve -> html.append(Markup.section(
                        "Training",
                        "Mean loss of each stage by epoch, and the validation's figure. It jumps where the input grows: "
                                + "larger belief maps have more cells.",
                        "<div class=\"row\">\n" + Charts.losses(curve) + Charts.validation(curve) + "</div>\n")));
        if (!pictures.samples().isEmpty()) {
            html.append(Markup.section(
                    "Belief maps by stage",
                    "People from well found to badly found: where the network believes a part to be after each stage.",
                    Style.BELIEF_LEGEND + String.join("", pictures.samples())));
            html.append(Markup.section(
                    "Worst cases",
                    "The people found worst. Look at the labels too: not all are right.",
                    Style.SKELETON_LEGEND + "<div class=\"pictures\">\n" + String.join("", pictures.worst())
                            + "</div>\n"));
        }
    }

    private static String tiles(StageFigures last) {
        StringBuilder html = new StringBuilder("<div class=\"tiles\">\n");
        for (Finding finding : last.findings()) {
            if (!finding.metric().kind().equals("pdj")) {
                finding.figures()
                        .mean()
                        .ifPresent(mean -> tile(
                                html,
                                finding.figures().name(),
                                finding.figures().name() + "/mean",
                                mean));
            }
        }
        last.pck().curve().area().ifPresent(area -> tile(html, "pck auc to 0.5", "pck/auc/mean", area));
        return html.append("</div>\n").toString();
    }

    private static void tile(StringBuilder html, String name, String path, double value) {
        html.append("<div class=\"tile\"><b data-figure=\"")
                .append(path)
                .append("\" title=\"")
                .append(Markup.number(value, 2))
                .append("\">")
                .append(Markup.number(value, 1))
                .append("</b><span>")
                .append(Markup.escaped(name))
                .append("</span></div>\n");
    }

    private static String table(String kind, Look look) {
        List<Figures> stages =
                findings(kind, look).stream().map(Finding::figures).toList();
        return StageTable.html(stages.get(0).name(), stages);
    }

    private static String curves(String kind, Look look, String unit) {
        List<Finding> stages = findings(kind, look);
        return "<div class=\"row charts\">\n" + Charts.precisionByPart(stages.get(stages.size() - 1), unit)
                + Charts.precisionByStage(stages, unit) + "</div>\n";
    }

    private static List<Finding> findings(String kind, Look look) {
        return look.stages().stream().flatMap(stage -> stage.of(kind).stream()).toList();
    }
}
