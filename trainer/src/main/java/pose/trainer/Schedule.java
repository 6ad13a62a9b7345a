package pose.trainer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the learning rate falls after its warm-up: see {@link LearningRate}. */
public enum Schedule {
    COSINE,
    DROPS;

    /**
     * The schedule with this name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    @JsonCreator
    public static Schedule named(String name) {
        for (Schedule schedule : values()) {
            if (schedule.toString().equalsIgnoreCase(name)) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("schedule is " + name + "; allowed: cosine, drops");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
