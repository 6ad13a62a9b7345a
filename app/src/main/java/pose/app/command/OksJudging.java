package pose.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pose.app.UserMistake;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.BadAnnotationsException;
import pose.trainer.annotation.CocoFile;
import pose.trainer.annotation.CocoResults;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PeoplePredictionCsv;
import pose.trainer.csv.PeopleTruthCsv;
import pose.trainer.judging.oks.OksFigures;
import pose.trainer.judging.oks.OksFiles;

/**
 * Anybody's predictions of everybody in pictures, judged by object keypoint similarity.
 *
 * @param warnings what the files leave to be wished for, a line each
 */
record OksJudging(OksFigures figures, List<String> warnings) {

    OksJudging {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and judges two files: what ends in .json is COCO's, everything else CSV.
     *
     * @param asked the skeleton that the truth must be of; without one, any that this project knows
     * @throws UserMistake where a file cannot be taken as it is
     */
    static OksJudging read(Path truth, Path predictions, Optional<Skeleton> asked) {
        try {
            OksFiles files = files(truth, predictions, asked);
            OksFigures figures = OksFigures.of(files.parts(), files.pictures());
            return new OksJudging(figures, warnings(truth, predictions, files, figures));
        } catch (BadAnnotationsException | BadCsvException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private static OksFiles files(Path truth, Path predictions, Optional<Skeleton> asked)
            throws BadAnnotationsException, BadCsvException {
        if (isJson(truth)) {
            CocoFile labels = CocoFile.read(truth, asked);
            return isJson(predictions)
                    ? OksFiles.ofResults(labels, CocoResults.read(predictions, labels))
                    : OksFiles.ofCsv(labels, PeoplePredictionCsv.read(predictions));
        }
        if (isJson(predictions)) {
            throw new UserMistake("--predictions '" + predictions
                    + "' is COCO results, whose keypoints go by a COCO truth; --truth '" + truth
                    + "' is CSV: give a .json truth, or predictions as CSV");
        }
        List<PeopleTruthCsv.Line> labels = PeopleTruthCsv.read(truth);
        List<String> known = asked.map(Skeleton::parts)
                .orElseGet(() -> Skeleton.known()
                        .flatMap(skeleton -> skeleton.parts().stream())
                        .distinct()
                        .toList());
        for (PeopleTruthCsv.Line line : labels) {
            if (line.label().isPresent() && !known.contains(line.label().get().part())) {
                PeopleTruthCsv.Label label = line.label().get();
                throw label.row()
                        .error("part '" + label.part() + "' is unknown; "
                                + asked.map(s -> "skeleton " + s.name() + " has ")
                                        .orElse("allowed: ")
                                + String.join(", ", known));
            }
        }
        return OksFiles.of(labels, PeoplePredictionCsv.read(predictions));
    }

    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static List<String> warnings(Path truth, Path predictions, OksFiles files, OksFigures figures) {
        List<String> warnings = new ArrayList<>();
        if (!files.strangers().isEmpty()) {
            warnings.add(files.strangers().size() + " pictures of " + predictions + " are not in " + truth
                    + " and do not count, e.g. '"
                    + files.strangers().stream().sorted().findFirst().orElseThrow() + "'");
        }
        if (figures.people() == 0) {
            warnings.add("nobody who counts is labelled in " + truth);
        }
        return warnings;
    }

    /** The figures for people. */
    String table() {
        return "pictures " + figures.pictures() + ", people " + figures.people() + ", found " + figures.found()
                + System.lineSeparator() + EvaluationTables.oks(figures);
    }
}
