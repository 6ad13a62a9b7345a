package pose.stream;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import pose.cpm.Sighting;

/** Frames in which one locator looks for people. Each picture is decoded, scaled into a buffer and let go of. */
final class FinderBatch implements FrameBatch {

    private final ModelLease<FinderModel> lease;
    private final Executor preparers;
    private final FinderModel.Pictures pictures;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param lease in use already; given back when this is closed
     * @param room how many frames it will hold at most
     */
    FinderBatch(ModelLease<FinderModel> lease, Executor preparers, int room) {
        this.lease = lease;
        this.preparers = preparers;
        try {
            this.pictures = lease.model().begin(room);
        } catch (RuntimeException | Error e) {
            lease.release();
            throw e;
        }
    }

    /** @param placed whether it has a place among the pictures */
    private record Entry(boolean placed, Preparation preparation) {}

    @Override
    public void add(FrameRequest request) {
        Optional<String> refusal = Preparation.refusal(request.frame());
        if (refusal.isPresent()) {
            entries.add(new Entry(false, Preparation.refused(refusal.get())));
            return;
        }
        PoseModel.Place place = pictures.add();
        entries.add(new Entry(true, Preparation.begin(request, preparers, place::write)));
    }

    @Override
    public void awaitPrepared() {
        for (Entry entry : entries) {
            Optional<String> unused = entry.preparation().trouble();
        }
    }

    @Override
    public List<FrameResult> infer() {
        awaitPrepared();
        List<List<Sighting>> found = pictures.find();
        long placed = entries.stream().filter(Entry::placed).count();
        if (found.size() != placed) {
            throw new IllegalStateException(
                    "the locator gave " + found.size() + " answers for " + placed + " pictures");
        }
        Iterator<List<Sighting>> next = found.iterator();
        List<FrameResult> results = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            List<Sighting> sightings = entry.placed() ? next.next() : List.of();
            results.add(entry.preparation()
                    .trouble()
                    .<FrameResult>map(Poison::new)
                    .orElseGet(() -> new Located(
                            sightings, lease.model().weights(), lease.model().leastScore())));
        }
        return results;
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.preparation().settle());
        pictures.close();
        lease.release();
    }
}
