package pose.ingest;

import java.util.OptionalLong;

/**
 * What a run brought onto the topic: only what the brokers acknowledged.
 *
 * @param camera the camera's id
 * @param epochUs when the run began, µs since 1970 UTC
 * @param frames how many frames
 * @param bytes of JPEG in them
 * @param firstSequence the lowest sequence among them, where there are any
 * @param lastSequence the highest sequence among them, where there are any
 */
public record IngestReport(
        String camera, long epochUs, long frames, long bytes, OptionalLong firstSequence, OptionalLong lastSequence) {}
