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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pose.cpm.BadWeightsException;
import pose.cpm.Manifest;
import pose.cpm.Network;
import pose.cpm.Sha256;
import pose.cpm.VersionContents;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.store.Published;
import pose.store.StoreException;
import pose.store.VersionExistsException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Figures;

/** Makes a finished run a weights version. */
public final class ResultPublisher {

    /** The experiment's file in a version's folder. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** How the network did on the validation, as a page in a version's folder. */
    public static final String REPORT = "report.html";

    private final Experiment experiment;
    private final Material data;
    private final Clock clock;
    private final @Nullable String gitCommit;

    /** @param gitCommit of the trainer, where known */
    public ResultPublisher(Experiment experiment, Material data, Clock clock, @Nullable String gitCommit) {
        this.experiment = experiment;
        this.data = data;
        this.clock = clock;
        this.gitCommit = gitCommit;
    }

    /**
     * Publishes into the experiment's store, under the day's date and the next number: one that was deleted is not given
     * again. Where these weights were published there already, e.g. before a kill, that version is the result.
     *
     * @param network with its normalisation folded in
     * @throws NotPublishedException where the store fails
     */
    public PublishedResult publish(ConvolutionalPoseMachine network, Figures pck, String engine) throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String weights = Sha256.of(VersionContents.bytes(network));
        try (WeightsStore store = WeightsStore.at(experiment.store())) {
            int latest = latest(day, store);
            for (int number = 1; ; number++) {
                VersionId id = new VersionId(experiment.name(), day + "." + number);
                if (store.has(id)
                        ? isOf(weights, id, store)
                        : number > latest && put(network, pck, engine, id, store)) {
                    return new PublishedResult(id, store.place(id));
                }
            }
        } catch (StoreException | BadWeightsException e) {
            throw new NotPublishedException(e);
        }
    }

    /** The day's highest number, 0 where it has none. */
    private int latest(LocalDate day, WeightsStore store) {
        Pattern ofDay = Pattern.compile(Pattern.quote(day + ".") + "([0-9]{1,6})");
        try {
            return store.versions().stream()
                    .filter(id -> id.name().equals(experiment.name()))
                    .map(id -> ofDay.matcher(id.version()))
                    .filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(0);
        } catch (StoreException e) {
            // A folder that the first version makes; what else may be wrong with it is told when that one is written.
            return 0;
        }
    }

    private static boolean isOf(String weights, VersionId id, WeightsStore store)
            throws StoreException, BadWeightsException {
        Manifest.FileSum sum = store.manifest(id).files().get(WeightsVersion.WEIGHTS);
        return sum != null && sum.sha256().equals(weights);
    }

    /** Whether nobody else was faster. */
    private boolean put(ConvolutionalPoseMachine network, Figures pck, String engine, VersionId id, WeightsStore store)
            throws IOException, StoreException {
        Map<String, byte[]> records = records();
        report(network, id).ifPresent(page -> records.put(REPORT, page.getBytes(StandardCharsets.UTF_8)));
        Manifest manifest = new Manifest(
                id.name(),
                id.version(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                Manifest.ArchitectureWords.of(network.architecture()),
                data.skeleton().name(),
                Map.of(),
                training(engine, pck),
                Map.of(pck.name(), pck.toMap(), "validation", data.validationName()),
                null,
                gitCommit);
        try {
            Published unused = store.publish(new VersionFiles(id, VersionContents.of(network, manifest, records)));
            return true;
        } catch (VersionExistsException e) {
            return false;
        }
    }

    private Optional<String> report(ConvolutionalPoseMachine network, VersionId id) throws IOException {
        Path curve = experiment.run().resolve(LearningCurve.FILE);
        try (Network running = Network.over(network)) {
            return data.report(id.toString(), running, Files.exists(curve) ? Optional.of(curve) : Optional.empty());
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

    /** What the version was trained on, without the folders of the machine it was trained on. */
    private Map<String, Object> training(String engine, Figures figures) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("data", data.trainingName());
        training.put("pictures", data.pictures());
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
        training.putAll(data.notes(figures));
        return training;
    }
}
