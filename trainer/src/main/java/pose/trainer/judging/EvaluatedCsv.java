package pose.trainer.judging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pose.trainer.csv.PredictedPart;
import pose.trainer.csv.PredictionCsv;
import pose.trainer.csv.TrueLabel;
import pose.trainer.csv.TruthCsv;

/** Writes who was judged, and where they were found, for others to judge or to compare with. */
public final class EvaluatedCsv {

    private EvaluatedCsv() {}

    /** Writes the labels of everybody with a torso, by which they are to be normalised, see {@link TruthCsv}. */
    public static void writeTruth(Path file, Evaluated evaluated) throws IOException {
        List<TrueLabel> labels = new ArrayList<>();
        for (EvaluatedPerson person : evaluated.people()) {
            OptionalDouble scale = person.torso();
            for (int p = 0; scale.isPresent() && p < person.truth().size(); p++) {
                labels.add(new TrueLabel(
                        person.id(),
                        evaluated.skeleton().parts().get(p),
                        person.truth().get(p),
                        scale.getAsDouble()));
            }
        }
        TruthCsv.write(file, labels);
    }

    /** Writes the last stage's pose of everybody with a torso, see {@link PredictionCsv}. */
    public static void writePredictions(Path file, Evaluated evaluated) throws IOException {
        List<PredictedPart> parts = new ArrayList<>();
        for (EvaluatedPerson person : evaluated.people()) {
            for (int p = 0; person.torso().isPresent() && p < person.truth().size(); p++) {
                parts.add(new PredictedPart(
                        person.id(),
                        evaluated.skeleton().parts().get(p),
                        person.lastPose().keypoints().get(p).point()));
            }
        }
        PredictionCsv.write(file, parts);
    }
}
