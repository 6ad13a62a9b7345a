/** From a source's pictures to acknowledged frames on the topic: what a frame source is, and the publisher. */
@NullMarked
package pose.ingest;

import org.jspecify.annotations.NullMarked;
