package pose.cpm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.MatrixProduct;
import pose.cpm.Network;
import pose.cpm.network.Task;

/**
 * Measures networks by engine and batch size next to each engine's product of two matrices, in turns in one process: what
 * share of the machine's best rate a network reaches says how much an engine leaves on the table.
 */
public final class EngineBenchmark {

    private final Plan plan;
    private final Consumer<String> told;

    /**
     * What to measure.
     *
     * @param candidates the networks
     * @param engines what runs them; none twice, none {@link EngineName#AUTO}
     * @param device where they run
     * @param batches batch sizes, smallest first
     * @param each how long each network is measured on each engine at each batch size
     * @param productSide rows and columns of the matrices
     */
    public record Plan(
            List<Candidate> candidates,
            List<EngineName> engines,
            ComputeDevice device,
            List<Integer> batches,
            Duration each,
            int productSide) {

        /** Large enough that the time goes into arithmetic, small enough for several products a second. */
        public static final int PRODUCT_SIDE = 2048;

        public Plan {
            candidates = List.copyOf(candidates);
            engines = engines.stream().distinct().toList();
            batches = batches.stream().distinct().sorted().toList();
            if (candidates.isEmpty() || engines.isEmpty() || batches.isEmpty()) {
                throw new IllegalArgumentException("nothing to measure: networks, engines and batch sizes are needed");
            }
            if (batches.get(0) < 1) {
                throw new IllegalArgumentException("batch is " + batches.get(0) + "; it must be at least 1");
            }
            if (each.isNegative() || each.isZero()) {
                throw new IllegalArgumentException("the time for each is " + each + "; it must be more than 0");
            }
        }
    }

    /** @param told hears how far it is, in lines */
    public EngineBenchmark(Plan plan, Consumer<String> told) {
        this.plan = plan;
        this.told = told;
    }

    /**
     * Runs it.
     *
     * @throws BadWeightsException where weights do not load
     * @throws IllegalArgumentException where an engine is not on the class path
     */
    public EngineReport run() throws BadWeightsException {
        List<MatrixProduct> products = new ArrayList<>();
        try {
            List<Measured> companions = new ArrayList<>();
            for (EngineName engine : plan.engines()) {
                MatrixProduct product = MatrixProduct.on(engine, plan.device(), plan.productSide());
                products.add(product);
                companions.add(new Measured(new ProductWork(engine, product), System::nanoTime));
            }
            EngineReport.Builder report = new EngineReport.Builder(plan.device(), plan.productSide());
            for (Candidate candidate : plan.candidates()) {
                measure(candidate, companions, report);
            }
            for (int i = 0; i < products.size(); i++) {
                report.product(
                        plan.engines().get(i),
                        companions.get(i),
                        products.get(i).operations());
            }
            return report.build();
        } finally {
            products.forEach(MatrixProduct::close);
        }
    }

    private void measure(Candidate candidate, List<Measured> companions, EngineReport.Builder report)
            throws BadWeightsException {
        List<Network> networks = new ArrayList<>();
        try {
            List<Measured> works = new ArrayList<>();
            for (EngineName engine : plan.engines()) {
                told.accept(candidate.name() + " on " + word(engine) + ": loading");
                Network network = candidate.load(engine, plan.device());
                networks.add(network);
                works.addAll(works(candidate, engine, network, report));
            }
            told.accept(String.format(Locale.ROOT, "%s: %d turns in rounds", candidate.name(), works.size()));
            new Rounds(plan.each()).run(works, companions);
            works.forEach(work -> report.network(candidate, work));
        } finally {
            networks.forEach(Network::close);
        }
    }

    /** One work a batch size, warm, and for a locator one of all that it does with a frame; none for those of which a single pass would take longer than all turns are to last. */
    private List<Measured> works(Candidate candidate, EngineName engine, Network network, EngineReport.Builder report) {
        List<Measured> works = new ArrayList<>();
        double nanosAFrame = 0;
        for (int batch : plan.batches()) {
            double expected = nanosAFrame * batch;
            if (expected > plan.each().toNanos()) {
                report.leftOut(candidate, engine, batch, expected / 1e9);
                continue;
            }
            Measured work = new Measured(new NetworkWork(engine, network, batch), System::nanoTime);
            nanosAFrame = (double) work.settle(0) / batch;
            works.add(work);
            if (network.architecture().task() == Task.LOCATOR) {
                Measured all = new Measured(new LocatorWork(engine, network, batch), System::nanoTime);
                all.settle(0);
                works.add(all);
            }
        }
        return works;
    }

    static String word(EngineName engine) {
        return engine.name().toLowerCase(Locale.ROOT);
    }
}
