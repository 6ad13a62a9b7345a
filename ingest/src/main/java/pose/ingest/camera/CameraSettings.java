package pose.ingest.camera;

import pose.ingest.AttentionSettings;
import pose.ingest.CameraId;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;

/**
 * One camera, as it is to be read. Two that are equal are the same camera: what equals its former self is not touched when
 * settings are applied anew.
 *
 * @param id 1 to 100 letters, digits, dots, underscores and hyphens
 * @param attention whom the camera is about
 * @param bufferBytes of pictures that may wait for Kafka, 1 to 512 MiB; when they are more, the oldest of a live camera are dropped
 */
public record CameraSettings(
        String id,
        SourceAddress source,
        SourceOptions options,
        AttentionSettings attention,
        int bufferBytes,
        BackoffSettings backoff) {

    public static final int DEFAULT_BUFFER_BYTES = 8 << 20;

    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_BUFFER_BYTES = 512 * MEBIBYTE;

    public CameraSettings {
        CameraId.check(id);
        if (bufferBytes < MEBIBYTE || bufferBytes > MOST_BUFFER_BYTES) {
            throw new IllegalArgumentException("buffer is " + bufferBytes + " bytes; allowed: 1 to 512 MiB");
        }
    }

    /** About everyone, eight mebibytes of buffer, and the default pauses. */
    public static CameraSettings of(String id, SourceAddress source, SourceOptions options) {
        return new CameraSettings(
                id, source, options, AttentionSettings.everyone(), DEFAULT_BUFFER_BYTES, BackoffSettings.defaults());
    }
}
