package pose.trainer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import pose.cpm.network.Architecture;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.KeptDataSet;

/** Measures training next to the engine's bare forward and backward pass, in turns in one run, and watches the memory. */
public final class TrainingBenchmark {

    /** Steps of each kind in one turn. */
    private static final int TURN = 4;

    private static final int WARM_UP = 3;
    /** People that are kept in memory: what is measured is training, not the disk or the renderer. */
    private static final int MOST = 64;

    private static final int READINGS = 20;
    /** Until then the heap is still finding its size. */
    private static final int LEAST_FOR_GROWTH = 200;

    /** Steps that are measured in turns; the rest only train. */
    private static final int MEASURED = 40;

    private final Experiment experiment;
    private final int steps;
    private final Consumer<String> told;
    private final double[] training;
    private final List<Double> bare = new ArrayList<>();
    private final List<ResidentMemory.Reading> memory = new ArrayList<>();

    /**
     * @param steps of training, at least 1
     * @param told hears how far it is
     */
    public TrainingBenchmark(Experiment experiment, int steps, Consumer<String> told) {
        this.experiment = experiment;
        this.steps = steps;
        this.told = told;
        this.training = new double[Math.min(steps, MEASURED)];
    }

    /**
     * What was measured.
     *
     * @param training median pictures a second of loading, step and averaging
     * @param bare median pictures a second of the bare passes
     * @param memory readings of the resident memory; none where the system does not tell
     */
    public record Report(String engine, int steps, double training, double bare, List<ResidentMemory.Reading> memory) {

        public Report {
            memory = List.copyOf(memory);
        }

        /** Ours over the bare loop. */
        public double ratio() {
            return training / bare;
        }

        public double highestMebibytes() {
            return memory.stream()
                    .mapToDouble(ResidentMemory.Reading::mebibytes)
                    .max()
                    .orElse(0);
        }

        /** MiB in 1,000 steps, over the later half of the run; absent where that is too short to tell it from the start. */
        public OptionalDouble growth() {
            return steps < LEAST_FOR_GROWTH || memory.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(1000 * ResidentMemory.slope(memory));
        }

        /** As {@code --json} writes it. */
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("engine", engine);
            map.put("steps", steps);
            map.put("training_pictures_per_second", training);
            map.put("bare_pictures_per_second", bare);
            map.put("ratio", ratio());
            if (!memory.isEmpty()) {
                map.put("resident_mebibytes", highestMebibytes());
                growth().ifPresent(value -> map.put("growth_mebibytes_per_1000_steps", value));
                map.put("memory", memory);
            }
            return map;
        }
    }

    /** Runs it: some steps of each kind in turns, then the rest of the steps. */
    public Report run() throws IOException, DataSetException, InterruptedException {
        DataSet data = new KeptDataSet(ExperimentData.open(experiment.data()).training(), MOST);
        if (data.size() < experiment.batch()) {
            throw new IllegalArgumentException(
                    "batch is " + experiment.batch() + "; the data set has only " + data.size() + " people");
        }
        try (NetworkTrainer trainer = NetworkTrainer.begin(experiment)) {
            Batches batches = new Batches(data);
            try (BareNetwork network = new BareNetwork(experiment, batches.next())) {
                for (int i = 0; i < WARM_UP; i++) {
                    learn(trainer, batches.next(), i + 1);
                    network.pass();
                }
                for (int done = 0; done < training.length; done += TURN) {
                    train(trainer, batches, done, Math.min(training.length, done + TURN));
                    for (int i = 0; i < TURN; i++) {
                        long from = System.nanoTime();
                        network.pass();
                        bare.add((System.nanoTime() - from) / 1e9);
                    }
                }
            }
            train(trainer, batches, training.length, steps);
            batches.close();
            return new Report(
                    trainer.engine(),
                    steps,
                    experiment.batch() / median(training),
                    experiment.batch()
                            / median(bare.stream().mapToDouble(d -> d).toArray()),
                    memory);
        }
    }

    private void train(NetworkTrainer trainer, Batches batches, int from, int to)
            throws DataSetException, InterruptedException {
        for (int step = from; step < to; step++) {
            long began = System.nanoTime();
            learn(trainer, batches.next(), WARM_UP + step + 1);
            if (step < training.length) {
                training[step] = (System.nanoTime() - began) / 1e9;
            }
            if ((step + 1) % Math.max(1, steps / READINGS) == 0) {
                read(step + 1);
            }
        }
    }

    private void learn(NetworkTrainer trainer, Batch batch, int number) {
        float rate = LearningRate.of(experiment, steps, 1).at(number);
        StepResult result = trainer.step(batch, number, rate, GradientObserver.NONE);
        if (!Double.isFinite(result.learntFrom())) {
            throw new TrainingFailure("training diverged at step " + number + "; lower learningRate");
        }
    }

    private void read(int step) {
        ResidentMemory.mebibytes().ifPresent(mebibytes -> {
            memory.add(new ResidentMemory.Reading(step, mebibytes));
            told.accept(String.format(Locale.ROOT, "step %d of %d · %.0f MiB resident", step, steps, mebibytes));
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Batches without an end, as training loads them. */
    private final class Batches implements AutoCloseable {

        private final DataSet data;
        private final BatchMaker maker;
        private final Architecture architecture = experiment.architecture();
        private int epoch;
        private BatchLoader<Batch> loader;

        Batches(DataSet data) {
            this.data = data;
            maker = new BatchMaker(data, experiment.augmentation(), experiment.peakWeight(), experiment.seed());
            loader = load();
        }

        private BatchLoader<Batch> load() {
            int now = epoch;
            return new BatchLoader<>(
                    indices -> maker.make(indices, now, architecture),
                    data.size(),
                    experiment.batch(),
                    experiment.seed(),
                    now,
                    0,
                    experiment.loaders());
        }

        Batch next() throws DataSetException, InterruptedException {
            Optional<Batch> batch = loader.next();
            while (batch.isEmpty()) {
                loader.close();
                epoch++;
                loader = load();
                batch = loader.next();
            }
            return batch.get();
        }

        @Override
        public void close() {
            loader.close();
        }
    }
}
