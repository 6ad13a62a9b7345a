package pose.stream;

import pose.schema.Timings;

/** What became of a frame, where its time went, and who it was inferred with. */
record TimedResult(FrameResult result, Timings timings, BatchPlace place) {

    /** Of a frame that took no time, since the engine had no part in its result. */
    static TimedResult without(FrameResult result) {
        return new TimedResult(result, new Timings(0L, 0L, 0L, 0L), BatchPlace.NONE);
    }
}
