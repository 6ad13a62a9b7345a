package pose.cpm.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.MatrixProduct;

/**
 * What was measured.
 *
 * @param device where the networks ran, e.g. {@code cpu}
 * @param threads that shared an operator, on the CPU
 * @param productSide rows and columns of the matrices that were multiplied
 * @param products how fast each engine multiplies them
 * @param networks how fast each network is on each engine at each batch size
 * @param leftOut what would have taken too long
 */
public record EngineReport(
        String device,
        int threads,
        int productSide,
        List<Product> products,
        List<Speed> networks,
        List<LeftOut> leftOut) {

    public EngineReport {
        products = List.copyOf(products);
        networks = List.copyOf(networks);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * An engine's products.
     *
     * @param gflops 10⁹ floating-point operations a second, median of the turns
     */
    public record Product(String engine, double gflops, int turns) {}

    /**
     * A network on an engine at a batch size.
     *
     * @param multiplyAdds of one frame
     * @param framesPerSecond median of the turns
     * @param slowest frames a second in the slowest turn
     * @param fastest frames a second in the fastest turn
     */
    public record Speed(
            String network,
            String engine,
            int batch,
            long multiplyAdds,
            double framesPerSecond,
            double slowest,
            double fastest,
            int turns) {

        /** 10⁹ floating-point operations a second, two a multiply-add, however the engine goes about them. */
        public double gflops() {
            return 2 * multiplyAdds * framesPerSecond / 1e9;
        }
    }

    /** What was not measured since one pass was expected to take this long. */
    public record LeftOut(String network, String engine, int batch, double expectedSeconds) {}

    /** The best engine's products: what the machine can do. */
    public Product machine() {
        return products.stream()
                .max(Comparator.comparingDouble(Product::gflops))
                .orElseThrow();
    }

    /** How much of the machine's rate a network reaches; an engine that saves multiplications may pass 1. */
    public double share(Speed speed) {
        return speed.gflops() / machine().gflops();
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("device", device);
        map.put("threads", threads);
        map.put("sgemm_side", productSide);
        map.put("sgemm_engine", machine().engine());
        map.put("sgemm_gflop_per_second", machine().gflops());
        map.put("sgemm", products.stream().map(EngineReport::toMap).toList());
        map.put("networks", networks.stream().map(this::toMap).toList());
        map.put("left_out", leftOut.stream().map(EngineReport::toMap).toList());
        return map;
    }

    private static Map<String, Object> toMap(Product product) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("engine", product.engine());
        map.put("gflop_per_second", product.gflops());
        map.put("turns", product.turns());
        return map;
    }

    private Map<String, Object> toMap(Speed speed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("network", speed.network());
        map.put("engine", speed.engine());
        map.put("batch", speed.batch());
        map.put("frames_per_second", speed.framesPerSecond());
        map.put("slowest_turn_frames_per_second", speed.slowest());
        map.put("fastest_turn_frames_per_second", speed.fastest());
        map.put("turns", speed.turns());
        map.put("multiply_adds_per_frame", speed.multiplyAdds());
        map.put("gflop_per_second", speed.gflops());
        map.put("share_of_sgemm", share(speed));
        return map;
    }

    private static Map<String, Object> toMap(LeftOut left) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("network", left.network());
        map.put("engine", left.engine());
        map.put("batch", left.batch());
        map.put("expected_pass_seconds", left.expectedSeconds());
        return map;
    }

    /** Gathers a report while it is measured. */
    static final class Builder {

        private final ComputeDevice device;
        private final int productSide;
        private final List<Product> products = new ArrayList<>();
        private final List<Speed> networks = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        Builder(ComputeDevice device, int productSide) {
            this.device = device;
            this.productSide = productSide;
        }

        void product(EngineName engine, Measured turns, long operations) {
            products.add(new Product(
                    EngineBenchmark.word(engine), turns.passesPerSecond() * operations / 1e9, turns.turns()));
        }

        void network(Candidate candidate, Measured turns) {
            BatchWork work = (BatchWork) turns.work();
            networks.add(new Speed(
                    candidate.name() + work.beside(),
                    EngineBenchmark.word(work.engine()),
                    work.batch(),
                    candidate.architecture().multiplyAdds(),
                    turns.passesPerSecond() * work.batch(),
                    turns.slowest() * work.batch(),
                    turns.fastest() * work.batch(),
                    turns.turns()));
        }

        void leftOut(Candidate candidate, EngineName engine, int batch, double expectedSeconds) {
            leftOut.add(new LeftOut(candidate.name(), EngineBenchmark.word(engine), batch, expectedSeconds));
        }

        EngineReport build() {
            return new EngineReport(
                    device.toString(), MatrixProduct.threads(), productSide, products, networks, leftOut);
        }
    }
}
