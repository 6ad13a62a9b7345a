package pose.cpm.bench;

import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.Network;
import pose.cpm.UntrainedNetwork;
import pose.cpm.WeightsVersion;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;

/** A network to measure. */
public interface Candidate {

    /** What to call it in a report. */
    String name();

    Architecture architecture();

    /**
     * Loads it onto an engine and device.
     *
     * @throws BadWeightsException where its weights do not fit
     * @throws IllegalArgumentException where the engine is not on the class path, or has no such device
     */
    Network load(EngineName engine, ComputeDevice device) throws BadWeightsException;

    /** A version's network. */
    static Candidate of(WeightsVersion version) {
        return new Trained(version);
    }

    /** A preset that nobody has trained, on seeded random weights, for the 14 parts of {@link Skeleton#LSP14} or a locator's one. */
    static Candidate untrained(Preset preset) {
        int stages = switch (preset) {
            case PAPER -> 6;
            case LITE -> 3;
            case TINY, LOCATOR -> 2;
        };
        int parts = preset == Preset.LOCATOR ? 1 : Skeleton.LSP14.size();
        return new Untrained(preset.architecture(parts, stages).folded());
    }

    /** See {@link #of}. */
    record Trained(WeightsVersion version) implements Candidate {

        @Override
        public String name() {
            return version.toString();
        }

        @Override
        public Architecture architecture() {
            return version.manifest().architecture().toArchitecture();
        }

        @Override
        public Network load(EngineName engine, ComputeDevice device) throws BadWeightsException {
            return Network.load(version, engine, device);
        }
    }

    /** See {@link #untrained}. */
    record Untrained(Architecture architecture) implements Candidate {

        private static final int SEED = 1;

        @Override
        public String name() {
            return architecture.name() + ", random weights";
        }

        @Override
        public Network load(EngineName engine, ComputeDevice device) {
            return UntrainedNetwork.make(architecture, SEED, engine, device);
        }
    }
}
