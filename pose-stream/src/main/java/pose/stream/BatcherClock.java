package pose.stream;

import java.util.function.LongSupplier;

/**
 * What time it is to what works with frames.
 *
 * @param nanos as {@link System#nanoTime}, to measure by
 * @param micros the wall clock's, since 1970 UTC, to tell a frame's age by
 */
public record BatcherClock(LongSupplier nanos, LongSupplier micros) {}
