package pose.stream;

import pose.schema.Timings;

/** What became of a frame, and where its time went. */
record TimedResult(FrameResult result, Timings timings) {}
