package pose.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows a crowd to a film and counts how well the tracks tell people apart. */
final class Tally {

    private final Map<Integer, Map<Long, Integer>> together = new HashMap<>();
    private final Map<Integer, Long> lastTrack = new HashMap<>();
    private final Set<Long> tracks = new HashSet<>();
    private int truths;
    private int answers;
    int switches;

    /** Shows so many frames of the crowd. */
    static Tally of(Crowd crowd, Film film, int frames) {
        Tally tally = new Tally();
        film.width = Crowd.WIDTH;
        film.height = Crowd.HEIGHT;
        for (int frame = 0; frame < frames; frame++) {
            tally.count(crowd, film);
        }
        return tally;
    }

    private void count(Crowd crowd, Film film) {
        List<Integer> who = new ArrayList<>();
        List<SeenPerson> people = new ArrayList<>();
        for (Crowd.Sight sight : crowd.next()) {
            truths += sight.hidden() ? 0 : 1;
            for (SeenPerson person : sight.seen()) {
                who.add(sight.who());
                people.add(person);
            }
        }
        for (SeenPerson person : crowd.falseSightings()) {
            who.add(-1);
            people.add(person);
        }
        List<Long> ids = Film.ids(film.show(people));
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) > 0) {
                count(who.get(i), ids.get(i));
            }
        }
    }

    private void count(int who, long track) {
        answers++;
        tracks.add(track);
        if (who >= 0) {
            together.computeIfAbsent(who, any -> new HashMap<>()).merge(track, 1, Integer::sum);
            Long before = lastTrack.put(who, track);
            switches += before != null && before != track ? 1 : 0;
        }
    }

    int tracks() {
        return tracks.size();
    }

    /** Share of identified people: 2 IDTP / (truths + answers), at the best one-to-one naming (Ristani et al. 2016). */
    double idf1() {
        List<Map<Long, Integer>> rows = List.copyOf(together.values());
        List<Long> columns = List.copyOf(tracks);
        double[][] cost = new double[rows.size()][columns.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cost[row][column] = -rows.get(row).getOrDefault(columns.get(column), 0);
            }
        }
        int[] columnOf = Assignment.solve(cost);
        double right = 0;
        for (int row = 0; row < columnOf.length; row++) {
            right -= columnOf[row] < 0 ? 0 : cost[row][columnOf[row]];
        }
        return 2 * right / (truths + answers);
    }
}
