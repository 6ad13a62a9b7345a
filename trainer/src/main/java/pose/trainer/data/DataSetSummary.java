package pose.trainer.data;

import java.util.List;

/**
 * What of a data set was taken and what was not, counted.
 *
 * @param name the data set's
 * @param people taken
 * @param tallies what was not taken, by reason, in their order
 */
public record DataSetSummary(String name, int people, List<Tally> tallies) {

    /**
     * How often one reason was met.
     *
     * @param count people, labels or ids
     * @param first the first few by name, those of the label file with their index in it, from 0
     */
    public record Tally(Reason reason, int count, List<String> first) {

        public Tally {
            first = List.copyOf(first);
        }

        @Override
        public String toString() {
            return count + " " + reason.words() + " (" + String.join(", ", first)
                    + (count > first.size() ? ", …)" : ")");
        }
    }

    public DataSetSummary {
        tallies = List.copyOf(tallies);
    }

    /** How many people or labels were left out for this reason. */
    public int count(Reason reason) {
        return tallies.stream()
                .filter(t -> t.reason() == reason)
                .mapToInt(Tally::count)
                .sum();
    }

    /** One line, e.g. {@code lspet 1-8000: 7990 people; 10 skipped, no labelled part (im00012 (index 11), …)}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name + ": " + people + (people == 1 ? " person" : " people"));
        tallies.forEach(tally -> line.append("; ").append(tally));
        return line.toString();
    }
}
