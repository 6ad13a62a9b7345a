package pose.store;

import java.time.Duration;

/**
 * How long a server of buckets is waited for.
 *
 * @param connecting for a connection
 * @param silence for the next byte
 * @param call for an answer in all, attempts that fail included; more where many bytes are moved
 */
record S3Patience(Duration connecting, Duration silence, Duration call) {

    static final S3Patience USUAL =
            new S3Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));

    /** For a call that moves so many bytes, at a MiB a second or more. */
    Duration call(long bytes) {
        return call.plusSeconds(bytes >> 20);
    }
}
