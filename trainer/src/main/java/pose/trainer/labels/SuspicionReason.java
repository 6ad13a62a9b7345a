package pose.trainer.labels;

import java.util.Locale;

/** Why a label is suspicious. */
public enum SuspicionReason {
    /** A limb is longer than a person of this size has. */
    LIMB("a limb too long for the person"),

    /** The part lies far outside the rest of the body. */
    FAR("far outside the rest of the body"),

    /** Shoulders and hips face opposite ways. */
    CROSSED("the sides of the trunk cross"),

    /** Predictions fit the labels with left and right swapped much better. */
    SWAPPED("predictions fit left and right swapped"),

    /** A prediction is far from the label. */
    DISAGREEMENT("a prediction is far away");

    private final String meaning;

    SuspicionReason(String meaning) {
        this.meaning = meaning;
    }

    /** In a few words. */
    public String meaning() {
        return meaning;
    }

    /** As {@code suspects.csv} has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
