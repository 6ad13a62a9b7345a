package pose.stream;

import java.util.function.LongSupplier;

/**
 * What time it is to a {@link FrameBatcher}.
 *
 * @param nanos as {@link System#nanoTime}, to measure by
 * @param micros the wall clock's, since 1970 UTC, to tell a frame's age by
 */
record BatcherClock(LongSupplier nanos, LongSupplier micros) {}
