package pose.stream;

import java.util.concurrent.Executor;
import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;

/** Batches in front of one lineup, whose models stay until this is closed and the batches are done. */
final class LineupPin implements ModelPin {

    private final Lineup lineup;
    private final PersonLocator locator;
    private final Executor preparers;
    private final ServedFrames tap;
    private boolean closed;

    /** @param lineup in use already, see {@link Lineup#use}; given back when this is closed */
    LineupPin(Lineup lineup, PersonLocator locator, Executor preparers, ServedFrames tap) {
        this.lineup = lineup;
        this.locator = locator;
        this.preparers = preparers;
        this.tap = tap;
    }

    @Override
    public synchronized FrameBatch open(int room) {
        if (closed) {
            throw new IllegalStateException("closed: no further batch can be begun");
        }
        return new ModelBatch(lineup.use(), locator, preparers, tap, room);
    }

    @Override
    public WeightsRef weights() {
        return lineup.serving().model().weights();
    }

    @Override
    public String skeleton() {
        return lineup.serving().model().skeleton();
    }

    @Override
    public int devices() {
        return lineup.serving().model().devices();
    }

    @Override
    public void probe() {
        lineup.probe();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            lineup.release();
        }
    }
}
