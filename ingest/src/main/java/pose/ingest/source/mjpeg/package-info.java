/** Motion JPEG by HTTP, as web cameras send it. */
@NullMarked
package pose.ingest.source.mjpeg;

import org.jspecify.annotations.NullMarked;
