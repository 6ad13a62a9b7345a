package pose.cpm.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a network is for: which maps it gives, and whether it is told where its subject is. */
public enum Task {
    /** Estimates the parts of the one person in the middle of a square crop: a belief map a part, then the background. */
    POSE {
        @Override
        int maps(int parts) {
            return parts + 1;
        }

        @Override
        public String deed() {
            return "estimates poses";
        }
    },

    /**
     * Finds everybody in a whole picture: a belief map of people's centres, the background, and a map of how large whoever is
     * there is. Each map has twice as many cells on a side as the network's own grid, and comes as {@link #PHASES} channels of that
     * grid: the layers stay cheap, and neighbours stay apart.
     */
    LOCATOR {
        @Override
        int maps(int parts) {
            return (parts + 2) * PHASES;
        }

        @Override
        public String deed() {
            return "finds people";
        }
    };

    /** Cells of a locator's map to a cell of its network's grid, on a side. */
    public static final int SPLIT = 2;

    /** Channels that make up one of a locator's maps. */
    public static final int PHASES = SPLIT * SPLIT;

    /** Channels that a stage gives for P parts. */
    abstract int maps(int parts);

    /** What it does, in words for people, e.g. {@code finds people}. */
    public abstract String deed();

    /** How manifests name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The task that manifests name so. */
    public static Optional<Task> named(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
    }
}
