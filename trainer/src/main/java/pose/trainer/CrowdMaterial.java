package pose.trainer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pose.cpm.LocatorScores;
import pose.cpm.Network;
import pose.skeleton.Skeleton;
import pose.trainer.crowd.CrowdDataSet;
import pose.trainer.crowd.CrowdDataSets;
import pose.trainer.crowd.CrowdViews;
import pose.trainer.crowd.MixedCrowds;
import pose.trainer.crowd.judging.CrowdRun;
import pose.trainer.crowd.judging.LocatorFigures;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Purpose;
import pose.trainer.judging.Figures;

/**
 * The crowds that a locator's experiment trains and validates on.
 *
 * @param training what it learns from
 * @param validation what it is judged on after each epoch
 */
public record CrowdMaterial(MixedCrowds training, CrowdDataSet validation) implements Material {

    /** Of the score from which on somebody is there, for whoever was there before. */
    private static final double FAINT = 0.5;

    static CrowdMaterial open(DataSettings data) throws DataSetException {
        List<CrowdDataSet> training = new ArrayList<>();
        for (String name : data.training()) {
            training.add(CrowdDataSets.open(name, Purpose.TRAINING));
        }
        String judged = Objects.requireNonNull(data.validation());
        return new CrowdMaterial(new MixedCrowds(training), CrowdDataSets.open(judged, Purpose.JUDGING));
    }

    @Override
    public Skeleton skeleton() {
        return Skeleton.CENTRE;
    }

    @Override
    public int pictures() {
        return training.size();
    }

    @Override
    public String trainingName() {
        return training.name();
    }

    @Override
    public String validationName() {
        return validation.name();
    }

    @Override
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add("training: " + training.size() + " pictures an epoch: " + training.name());
        lines.add("validation: " + validation.size() + " pictures: " + validation.name());
        Material.sharing(training.files(), validation.files(), "split= keeps them apart")
                .ifPresent(lines::add);
        return lines;
    }

    @Override
    public BatchMaking batches(Experiment experiment) {
        Augmentation varied = experiment.augmentation();
        CrowdViews.Variation variation = new CrowdViews.Variation(
                varied.rotation(), varied.scaleFrom(), varied.scaleTo(), varied.flip(), varied::recolour);
        return new CrowdBatchMaker(new CrowdViews(training, variation, experiment.seed()), experiment.peakWeight());
    }

    @Override
    public String figure() {
        return LocatorFigures.NAME;
    }

    /** From which score on somebody is there: where recall and precision together are highest; and whoever is followed, from half of it. */
    @Override
    public Map<String, Object> notes(Figures figures) {
        double least = LocatorFigures.score(figures);
        return new LocatorScores(least, FAINT * least).toMap();
    }

    @Override
    public Figures judge(NetworkTrainer trainer) throws DataSetException {
        return LocatorFigures.of(new CrowdRun(validation).run(trainer::locate)).toFigures();
    }

    @Override
    public Optional<String> report(String version, Network network, Optional<Path> curve) {
        return Optional.empty();
    }
}
