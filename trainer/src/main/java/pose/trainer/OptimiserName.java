package pose.trainer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The optimisers an experiment can name. */
public enum OptimiserName {
    /** {@link Adam}. */
    ADAM,
    /** {@link Sgd}, as in the paper. */
    SGD;

    /**
     * The optimiser with this name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    @JsonCreator
    public static OptimiserName named(String name) {
        for (OptimiserName optimiser : values()) {
            if (optimiser.toString().equalsIgnoreCase(name)) {
                return optimiser;
            }
        }
        throw new IllegalArgumentException("optimiser is " + name + "; allowed: adam, sgd");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
