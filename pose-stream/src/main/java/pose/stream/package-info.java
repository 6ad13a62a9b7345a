/**
 * Frames to keypoints: looks ahead in what Kafka Streams has polled, fills batches across partitions and threads, infers
 * them, and forwards one pose event a frame.
 */
@NullMarked
package pose.stream;

import org.jspecify.annotations.NullMarked;
