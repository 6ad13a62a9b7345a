package pose.trainer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which order the stages learn, and from which losses: the four schemes of Wei et al., section 4.1 and figure 6b. */
public enum Scheme {
    /** (i) All stages at once from scratch, each with a loss of its own: intermediate supervision. */
    JOINT,
    /** (ii) One stage after the other, those before it frozen. */
    STAGEWISE,
    /** (iii) One stage after the other, then all at once. */
    STAGEWISE_THEN_JOINT,
    /** (iv) All stages at once from scratch, with the last stage's loss alone. */
    JOINT_WITHOUT_INTERMEDIATE;

    /**
     * The scheme with this name, e.g. {@code stagewise-then-joint}.
     *
     * @throws IllegalArgumentException naming the schemes there are
     */
    @JsonCreator
    public static Scheme named(String name) {
        for (Scheme scheme : values()) {
            if (scheme.toString().equalsIgnoreCase(name)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("scheme is " + name + "; allowed: "
                + Arrays.stream(values()).map(Scheme::toString).collect(Collectors.joining(", ")));
    }

    /** As experiments write it. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many lessons a network of this many stages takes. */
    int lessons(int stages) {
        return switch (this) {
            case JOINT, JOINT_WITHOUT_INTERMEDIATE -> 1;
            case STAGEWISE -> stages;
            case STAGEWISE_THEN_JOINT -> stages + 1;
        };
    }

    /** Lesson {@code number}, from 0, of a network of this many stages. */
    Lesson lesson(int number, int stages, int firstEpoch, int epochs) {
        boolean oneStage = lessons(stages) > 1 && number < stages;
        return oneStage
                ? new Lesson(number + 1, number + 1, true, firstEpoch, epochs)
                : new Lesson(1, stages, this != JOINT_WITHOUT_INTERMEDIATE, firstEpoch, epochs);
    }
}
