package pose.ingest.source.network;

import java.util.OptionalLong;

/**
 * What is known of a packet beside its picture.
 *
 * @param timeUs when the last of it arrived here, µs since 1970 UTC
 * @param sentUs when its picture was taken by the sender's clock, µs since 1970 UTC
 */
record Arrival(long timeUs, OptionalLong sentUs) {}
