package pose.app.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/** The footage, once or again and again, made ready to be sent: merged, looked at, hashed. */
final class Passes implements ReadAhead.Maker<ReadyFrame> {

    private final Material material;
    private final int passes;
    private final Look look;
    private final Deque<ReadyFrame> ready = new ArrayDeque<>();
    private final Object guard = new Object();
    private volatile @Nullable MergedFootage current;
    private volatile boolean stopped;
    /** Is looked at while the next batch is read: always of the pass at hand. */
    private @Nullable Begun begun;

    private int pass;
    private boolean any;

    private record Begun(List<RecordedFrame> batch, Look.Looking looking) {}

    /** @param passes how many times */
    Passes(Material material, int passes, Look look) {
        this.material = material;
        this.passes = passes;
        this.look = look;
    }

    @Override
    public Optional<ReadyFrame> next() throws SourceException {
        while (ready.isEmpty() && !stopped && pass < passes) {
            MergedFootage footage = open();
            List<RecordedFrame> batch = batch(footage);
            Begun before = begun;
            if (!batch.isEmpty() && !stopped) {
                any = true;
                begun = new Begun(batch, look.begin(batch));
            } else if (before == null) {
                endPass(footage);
            } else {
                begun = null;
            }
            if (before != null) {
                makeReady(before);
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private MergedFootage open() throws SourceException {
        MergedFootage footage = current;
        if (footage == null) {
            footage = new MergedFootage(material.open());
            synchronized (guard) {
                current = footage;
                if (stopped) {
                    footage.stop();
                }
            }
        }
        return footage;
    }

    private List<RecordedFrame> batch(MergedFootage footage) {
        List<RecordedFrame> batch = new ArrayList<>();
        while (batch.size() < look.together()) {
            Optional<RecordedFrame> next = footage.next();
            if (next.isEmpty()) {
                break;
            }
            batch.add(next.get());
        }
        return batch;
    }

    private void makeReady(Begun done) {
        try (Look.Looking looking = done.looking()) {
            List<Content> contents = looking.contents();
            for (int i = 0; i < contents.size(); i++) {
                RecordedFrame frame = done.batch().get(i);
                Content content = contents.get(i);
                ready.add(new ReadyFrame(pass, frame, content, ReplayHash.of(frame, content)));
            }
        }
    }

    private void endPass(MergedFootage footage) throws SourceException {
        close();
        current = null;
        // What holds nothing would be begun again for ever.
        pass = any ? pass + 1 : passes;
        Optional<SourceException> fault = footage.fault();
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    @Override
    public void stop() {
        synchronized (guard) {
            stopped = true;
            MergedFootage footage = current;
            if (footage != null) {
                footage.stop();
            }
        }
    }

    @Override
    public void close() {
        Begun unfinished = begun;
        begun = null;
        if (unfinished != null) {
            unfinished.looking().close();
        }
        MergedFootage footage = current;
        if (footage != null) {
            footage.close();
        }
    }
}
