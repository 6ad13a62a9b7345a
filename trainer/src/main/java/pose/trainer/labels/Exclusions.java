package pose.trainer.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The labels that training had better not see.
 *
 * @param people by suspect, in the order of rank, the indices of the parts to leave out
 */
public record Exclusions(Map<CheckedPerson, TreeSet<Integer>> people) {

    /** Of somebody with so large a share of suspicious labels the rest is not worth having. */
    private static final double WHOLE_PERSON = 0.5;

    /**
     * Takes suspicions from the worst on.
     *
     * @param ranked the worst first
     * @param most labels to take at the most
     * @param leastScore below which none is taken
     */
    public static Exclusions of(List<Suspicion> ranked, long most, double leastScore) {
        Map<CheckedPerson, TreeSet<Integer>> taken = new LinkedHashMap<>();
        long labels = 0;
        for (Suspicion suspicion : ranked) {
            TreeSet<Integer> known = taken.getOrDefault(suspicion.person(), new TreeSet<>());
            TreeSet<Integer> more = new TreeSet<>(suspicion.parts());
            more.removeAll(known);
            if (suspicion.score() < leastScore || labels + more.size() > most) {
                break;
            }
            labels += more.size();
            more.addAll(known);
            taken.put(suspicion.person(), more);
        }
        return new Exclusions(taken);
    }

    /** How many labels are left out, those of people left out altogether included. */
    public int labels() {
        return people.entrySet().stream()
                .mapToInt(e -> isWhole(e.getKey(), e.getValue())
                        ? e.getKey().labels()
                        : e.getValue().size())
                .sum();
    }

    /** How many people are left out altogether. */
    public int wholePeople() {
        return (int) people.entrySet().stream()
                .filter(e -> isWhole(e.getKey(), e.getValue()))
                .count();
    }

    private static boolean isWhole(CheckedPerson person, TreeSet<Integer> parts) {
        return parts.size() >= WHOLE_PERSON * person.labels();
    }

    /**
     * Writes them as training's {@code data.exclude} takes them: one {@code id}, or {@code id,part}, a line.
     *
     * @param skeleton part names
     * @param about comment lines that go before
     */
    public void write(Path file, List<String> skeleton, List<String> about) throws IOException {
        List<String> lines = new ArrayList<>();
        about.forEach(line -> lines.add("# " + line));
        people.forEach((person, parts) -> {
            if (isWhole(person, parts)) {
                lines.add(person.id());
            } else {
                parts.forEach(part -> lines.add(person.id() + "," + skeleton.get(part)));
            }
        });
        Files.write(file, lines);
    }

    /** In a few words. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d labels of %d people (%d of them whole)", labels(), people.size(), wholePeople());
    }
}
