package pose.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.cpm.Manifest;
import pose.cpm.Network;
import pose.cpm.WeightsPublisher;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Figures;
import pose.trainer.judging.report.LossCurve;
import pose.trainer.judging.report.ValidationReport;

/** Makes a finished run a weights version. */
public final class ResultPublisher {

    /** The experiment's file in a version's folder. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** How the network did on the validation, as a page in a version's folder. */
    public static final String REPORT = "report.html";

    private final Experiment experiment;
    private final ExperimentData data;
    private final Clock clock;
    private final @Nullable String gitCommit;

    /** @param gitCommit of the trainer, where known */
    public ResultPublisher(Experiment experiment, ExperimentData data, Clock clock, @Nullable String gitCommit) {
        this.experiment = experiment;
        this.data = data;
        this.clock = clock;
        this.gitCommit = gitCommit;
    }

    /**
     * Publishes into the experiment's store, under the day's date and the first number that is free.
     *
     * @param network with its normalisation folded in
     * @return the version's folder
     */
    public Path publish(ConvolutionalPoseMachine network, Figures pck, String engine) throws IOException {
        String version = freeVersion();
        Map<String, byte[]> records = records();
        records.put(REPORT, report(network, version));
        Manifest manifest = new Manifest(
                experiment.name(),
                version,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                Manifest.ArchitectureWords.of(network.architecture()),
                data.training().skeleton().name(),
                Map.of(),
                training(engine),
                Map.of(pck.name(), pck.toMap(), "validation", data.validation().name()),
                null,
                gitCommit);
        return new WeightsPublisher(experiment.store()).publish(network, manifest, records);
    }

    private byte[] report(ConvolutionalPoseMachine network, String version) throws IOException {
        Path curve = experiment.run().resolve(LearningCurve.FILE);
        try (Network running = Network.over(network)) {
            Optional<LossCurve> losses = Files.exists(curve) ? Optional.of(LossCurve.read(curve)) : Optional.empty();
            return ValidationReport.of(experiment.name() + "/" + version, running, data.validation(), losses)
                    .html()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (DataSetException | BadCsvException e) {
            throw new IOException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    /** How the weights came to be: the experiment, and the curve of its run where there is one. */
    private Map<String, byte[]> records() throws IOException {
        Map<String, byte[]> records = new LinkedHashMap<>();
        records.put(EXPERIMENT, ExperimentYaml.portable(experiment).getBytes(StandardCharsets.UTF_8));
        Path curve = experiment.run().resolve(LearningCurve.FILE);
        if (Files.exists(curve)) {
            records.put(LearningCurve.FILE, Files.readAllBytes(curve));
        }
        return records;
    }

    private String freeVersion() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int number = 1; ; number++) {
            String version = day + "." + number;
            if (!Files.exists(experiment.store().resolve(experiment.name()).resolve(version))) {
                return version;
            }
        }
    }

    /** What the version was trained on, without the folders of the machine it was trained on. */
    private Map<String, Object> training(String engine) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("data", data.training().name());
        training.put("pictures", data.training().size());
        training.put("phases", experiment.phases());
        training.put("scheme", experiment.scheme());
        training.put("optimiser", experiment.optimiser());
        training.put("batch", experiment.batch());
        training.put("learningRate", experiment.learningRate());
        training.put("weightDecay", experiment.weightDecay());
        training.put("peakWeight", experiment.peakWeight());
        training.put("augmentation", experiment.augmentation());
        training.put("seed", experiment.seed());
        training.put("engine", engine);
        return training;
    }
}
