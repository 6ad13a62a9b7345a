package pose.ingest.camera;

import java.util.ArrayList;
import java.util.List;

/** What is missing and not yet told, neighbours put together. Not for several threads. */
final class MissingRuns {

    private final List<Missing> runs = new ArrayList<>();

    void add(Missing missing) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).leadsTo(missing)) {
            runs.set(last, runs.get(last).with(missing));
        } else {
            runs.add(missing);
        }
    }

    long frames() {
        return runs.stream().mapToLong(Missing::count).sum();
    }

    /** All of them, once. */
    List<Missing> take() {
        List<Missing> taken = List.copyOf(runs);
        runs.clear();
        return taken;
    }
}
