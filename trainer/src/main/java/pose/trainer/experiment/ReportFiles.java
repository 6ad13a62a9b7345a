package pose.trainer.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report: {@code NAME.md} with its tables and plots beside it. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes everything into the setting's folder.
     *
     * @param commandLine that made it, told in the document
     * @return the document
     */
    public static Path write(Study study, Setting setting, Results results, Report report, String commandLine)
            throws IOException {
        Path folder = setting.out();
        Files.createDirectories(folder);
        for (Map.Entry<String, Table> file : report.files().entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey() + ".csv"), file.getValue().toCsv());
        }
        for (Plot plot : report.plots()) {
            plot.write(folder);
        }
        Path document = folder.resolve(study.name() + ".md");
        Files.writeString(document, text(setting, results, report, commandLine));
        return document;
    }

    private static String text(Setting setting, Results results, Report report, String commandLine) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(report.title())
                .append("\n\n```\n")
                .append(commandLine)
                .append("\n```\n\n");
        text.append("Trained on ").append(results.trainingName());
        text.append(", judged on ").append(results.validationName());
        text.append(". Input ")
                .append(setting.input())
                .append(" × ")
                .append(setting.input())
                .append(" px, ");
        text.append(setting.epochs()).append(" epochs, batch ").append(setting.batch());
        text.append(", seeds ")
                .append(setting.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        text.append(setting.seeds().size() > 1 ? " (mean ± standard deviation). " : ". ");
        text.append(report.equal()).append("\nPCK@0.2 is of each run's best epoch on the validation set.\n\n");
        text.append(report.main().toMarkdown()).append('\n');
        report.notes().forEach(note -> text.append(note).append("\n\n"));
        report.plots()
                .forEach(plot -> text.append(plot.caption())
                        .append("\n\n![")
                        .append(plot.caption())
                        .append("](")
                        .append(plot.file())
                        .append(".png)\n\n"));
        text.append("Every run's figures: ")
                .append(report.files().keySet().stream()
                        .map(file -> "`" + file + ".csv`")
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        return text.toString();
    }
}
